-- Timeliness of what was disclosed, item by item from the registers: the whole, each kind and each unit.
SELECT
    r.name_zh, r.name_en, d.items, d.with_both_dates, d.timely, d.timely_rate, d.median_days, d.longest_days,
    d.reported || '/' || r.expected AS coverage
FROM mart.disclosure_register d
JOIN returns.reporting r USING (period, level, scope)
JOIN returns.parameter p USING (period)
WHERE d.category = 'total' AND (r.top OR r.level IN ('kind', 'unit'))
ORDER BY CASE WHEN r.top THEN 0 WHEN r.level = 'kind' THEN 1 ELSE 2 END, r.position, r.scope
