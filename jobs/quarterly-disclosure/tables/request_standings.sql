-- How the requests of each kind of unit stand, for a chart.
WITH names AS (
    SELECT DISTINCT s.period, s.level, s.scope, s.name_zh, s.name_en, s.position
    FROM mart.scope s
    JOIN returns.parameter p USING (period)
)
SELECT n.name_zh, n.name_en, r.in_time, r.late, r.overdue, r.not_yet_due, r.awaiting_correction
FROM mart.request_timeliness r
JOIN names n USING (period, level, scope)
WHERE r.requests IS NOT NULL AND r.level = 'kind'
ORDER BY n.position
