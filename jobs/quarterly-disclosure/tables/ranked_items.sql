-- The ranked units alone, for the chart.
SELECT r.name_zh AS name, r.value
FROM mart.ranking r
JOIN returns.parameter p USING (period)
WHERE r.figure = 'items' AND r.rank IS NOT NULL
ORDER BY r.rank, r.scope_position, r.unit
