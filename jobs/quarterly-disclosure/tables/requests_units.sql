WITH names AS (
    SELECT DISTINCT s.period, s.level, s.scope, s.name_zh, s.name_en, s.position
    FROM mart.scope s
    JOIN returns.parameter p USING (period)
)
SELECT
    n.name_zh, n.name_en, r.received, r.carried_in, r.handled, r.carried_out, r.granted, r.partly_granted, r.refused,
    r.unavailable, r.declined, r.otherwise, r.disclosure_rate, r.reported || '/' || r.expected AS coverage
FROM mart.request_rates r
JOIN names n USING (period, level, scope)
WHERE r.level IN ('unit', 'kind') OR r.top
ORDER BY CASE WHEN r.top THEN 0 WHEN r.level = 'kind' THEN 1 ELSE 2 END, n.position, n.scope
