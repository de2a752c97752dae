SELECT name_zh, name_en, expected, actual, on_time, late, returned, rejected, missing, zero, rate, on_time_rate
FROM returns.reporting r
JOIN returns.parameter p USING (period)
WHERE r.top OR r.level = 'kind'
ORDER BY r.top, r.position, r.scope
