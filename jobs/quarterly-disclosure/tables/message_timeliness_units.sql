-- Each kind and unit that filed a register of messages.
WITH names AS (
    SELECT DISTINCT s.period, s.level, s.scope, s.name_zh, s.name_en, s.position
    FROM mart.scope s
    JOIN returns.parameter p USING (period)
)
SELECT
    n.name_zh, n.name_en, r.received, r.valid, r.due, r.in_time, r.late, r.overdue, r.in_time_rate, r.closed, r.early_rate,
    r.mean_days, r.mean_promise, r.mean_statutory, r.satisfaction_rate,
    r.reported || '/' || e.expected AS coverage
FROM mart.message_timeliness r
JOIN names n USING (period, level, scope)
JOIN mart.reporting e USING (period, level, scope)
WHERE r.kind = 'total' AND r.level IN ('unit', 'kind')
ORDER BY CASE WHEN r.top THEN 0 WHEN r.level = 'kind' THEN 1 ELSE 2 END, n.position, n.scope
