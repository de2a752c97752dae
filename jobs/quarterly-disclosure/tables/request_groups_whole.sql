-- The whole's requests by way of receipt, kind of applicant and outcome, in the register's own order.
WITH dimensions(dimension, position, zh, en) AS (
    VALUES ('received_by', 1, '收到方式', 'Received by'), ('applicant_kind', 2, '申请人类别', 'Applicant'),
        ('outcome', 3, '答复类型', 'Outcome')
)
SELECT
    d.zh AS dimension_zh, d.en AS dimension_en,
    coalesce(l.zh, '未填') AS item_zh, coalesce(l.en, 'Not given') AS item_en,
    g.requests, g.due, g.in_time, g.in_time_rate, g.median_days,
    t.reported || '/' || t.expected AS coverage
FROM mart.request_groups g
JOIN returns.parameter p USING (period)
JOIN mart.request_timeliness t USING (period, level, scope)
JOIN dimensions d USING (dimension)
LEFT JOIN intake.label l
    ON (l.job, l.form, l.axis, l.parent, l.id) = (p.job, 'request_register', 'value', g.dimension, g.id)
WHERE g.top
ORDER BY d.position, l.position NULLS LAST
