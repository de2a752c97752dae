-- Messages and cases of the whole, by kind.
SELECT
    coalesce(l.zh, '合计') AS kind_zh, coalesce(l.en, 'Total') AS kind_en,
    m.received, m.valid, m.due, m.in_time, m.late, m.overdue, m.not_yet_due, m.without_limit, m.in_time_rate, m.closed,
    m.early, m.early_rate, m.mean_days, m.mean_promise, m.mean_statutory, m.rated, m.satisfaction_rate,
    m.reported || '/' || e.expected AS coverage
FROM mart.message_timeliness m
JOIN returns.parameter p USING (period)
JOIN mart.reporting e USING (period, level, scope)
LEFT JOIN intake.label l ON (l.job, l.form, l.axis, l.parent, l.id) = (p.job, 'message_register', 'value', 'kind', m.kind)
WHERE m.top
ORDER BY l.position NULLS LAST
