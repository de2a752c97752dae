WITH names AS (
    SELECT DISTINCT s.period, s.level, s.scope, s.name_zh, s.name_en, s.position
    FROM mart.scope s
    JOIN returns.parameter p USING (period)
)
SELECT
    n.name_zh, n.name_en, r.received, r.valid, r.answered_in_time, r.answered_late, r.unanswered, r.closed,
    r.reply_rate, r.in_time_rate, r.closing_rate, r.early_rate, r.satisfaction_rate, r.days_taken,
    r.reported || '/' || r.expected AS coverage
FROM mart.responses r
JOIN names n USING (period, level, scope)
WHERE r.case_kind = 'total' AND (r.level IN ('unit', 'kind') OR r.top)
ORDER BY CASE WHEN r.top THEN 0 WHEN r.level = 'kind' THEN 1 ELSE 2 END, n.position, n.scope
