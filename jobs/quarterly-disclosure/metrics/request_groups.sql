-- Requests of the registers by way of receipt, kind of applicant and outcome. What a register leaves empty is counted under
-- the empty id.
WITH long AS (
    SELECT c.period, c.unit, d.dimension, coalesce(d.id, '') AS id, c.standing, c.days_used
    FROM mart.request_clock c
    CROSS JOIN LATERAL (
        VALUES ('received_by', c.received_by), ('applicant_kind', c.applicant_kind), ('outcome', c.outcome)
    ) AS d (dimension, id)
    WHERE d.dimension <> 'outcome' OR c.standing IN ('in_time', 'late')
)
SELECT
    l.period, s.level, s.scope, s.top, l.dimension, l.id,
    count(*) AS requests,
    count(*) FILTER (standing IN ('in_time', 'late', 'overdue')) AS due,
    count(*) FILTER (standing = 'in_time') AS in_time,
    returns.quotient(
        count(*) FILTER (standing = 'in_time'), count(*) FILTER (standing IN ('in_time', 'late', 'overdue'))) AS in_time_rate,
    (median(days_used) FILTER (standing IN ('in_time', 'late')))::DECIMAL(38, 12) AS median_days
FROM long l
JOIN mart.scope s USING (period, unit)
GROUP BY l.period, s.level, s.scope, s.top, l.dimension, l.id
