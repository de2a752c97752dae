-- Timeliness of what was disclosed, item by item from the registers, for the whole.
SELECT
    coalesce(l.zh, CASE d.category WHEN 'total' THEN '合计' ELSE '未填' END) AS category_zh,
    coalesce(l.en, CASE d.category WHEN 'total' THEN 'Total' ELSE 'Not given' END) AS category_en,
    d.items, d.with_both_dates, d.timely, d.timely_rate, d.median_days, d.longest_days,
    d.reported || '/' || e.expected AS coverage
FROM mart.disclosure_register d
JOIN returns.parameter p USING (period)
JOIN mart.reporting e USING (period, level, scope)
LEFT JOIN intake.label l ON (l.job, l.form, l.axis, l.parent, l.id) = (p.job, 'register', 'value', 'category', d.category)
WHERE d.top
ORDER BY d.category = 'total', l.position NULLS LAST
