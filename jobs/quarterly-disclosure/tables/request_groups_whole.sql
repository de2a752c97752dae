-- The whole's requests by way of receipt, kind of applicant and outcome, with the median of each group, which no figure breaks down to.
WITH long AS (
    SELECT c.unit, d.position, d.dimension, d.zh, d.en, d.id, c.standing, c.days_used, c.standing IN ('in_time', 'late') AS answered
    FROM mart.request_clock c
    JOIN returns.parameter p USING (period)
    JOIN mart.scope s ON s.period = c.period AND s.unit = c.unit AND s.top
    CROSS JOIN LATERAL (
        VALUES (1, 'received_by', '收到方式', 'Received by', c.received_by),
            (2, 'applicant_kind', '申请人类别', 'Applicant', c.applicant_kind), (3, 'outcome', '答复类型', 'Outcome', c.outcome)
    ) AS d (position, dimension, zh, en, id)
)
SELECT
    g.zh AS dimension_zh, g.en AS dimension_en, coalesce(l.zh, '未填') AS item_zh, coalesce(l.en, 'Not given') AS item_en,
    count(*) AS requests,
    count(*) FILTER (answered OR standing = 'overdue') AS due,
    count(*) FILTER (standing = 'in_time') AS in_time,
    returns.quotient(count(*) FILTER (standing = 'in_time'), count(*) FILTER (answered OR standing = 'overdue')) AS in_time_rate,
    (median(days_used) FILTER (answered))::DECIMAL(38, 12) AS median_days
FROM long g
JOIN returns.parameter p ON true
LEFT JOIN intake.label l
    ON (l.job, l.form, l.axis, l.parent, l.id) = (p.job, 'request_register', 'value', g.dimension, g.id)
WHERE answered OR g.dimension <> 'outcome'
GROUP BY g.position, g.zh, g.en, l.position, l.zh, l.en
ORDER BY g.position, l.position NULLS LAST
