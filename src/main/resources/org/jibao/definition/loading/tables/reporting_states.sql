-- What became of the returns of each kind of unit, for the chart.
SELECT name_zh, name_en, on_time, late, returned, rejected, missing
FROM returns.reporting r
JOIN returns.parameter p USING (period)
WHERE r.level = 'kind'
ORDER BY r.position, r.scope
