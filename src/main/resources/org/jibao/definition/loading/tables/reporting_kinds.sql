SELECT name_zh, name_en, expected, actual, on_time, late, returned, rejected, missing, zero, rate, on_time_rate
FROM returns.reporting r
JOIN returns.parameter p USING (period)
WHERE r.top OR (r.level = 'kind' AND (SELECT count(DISTINCT scope) FROM returns.reporting WHERE level = 'kind') > 1)
ORDER BY r.top, r.position, r.scope
