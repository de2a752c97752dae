-- The whole, each kind, and each unit that filed a register of requests.
WITH names AS (
    SELECT DISTINCT s.period, s.level, s.scope, s.name_zh, s.name_en, s.position
    FROM mart.scope s
    JOIN returns.parameter p USING (period)
)
SELECT
    n.name_zh, n.name_en, r.requests, r.due, r.in_time, r.late, r.overdue, r.not_yet_due, r.awaiting_correction, r.withdrawn,
    r.unclear, r.in_time_rate, r.median_days, r.mean_days, r.longest_days, r.reported || '/' || r.expected AS coverage
FROM mart.request_timeliness r
JOIN names n USING (period, level, scope)
WHERE r.requests IS NOT NULL AND (r.level IN ('unit', 'kind') OR r.top)
ORDER BY CASE WHEN r.top THEN 0 WHEN r.level = 'kind' THEN 1 ELSE 2 END, n.position, n.scope
