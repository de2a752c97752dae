-- Who sent what, and when.
WITH here AS (
    SELECT u.*
    FROM returns.reporting_unit u
    JOIN returns.parameter p USING (period)
),
kinds AS (
    SELECT l.id AS kind, l.zh, l.en
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.axis = 'kind'
),
states AS (
    SELECT *
    FROM (VALUES
        ('on_time', '按时', 'On time'),
        ('late', '迟报', 'Late'),
        ('returned', '退回', 'Returned'),
        ('rejected', '拒收', 'Rejected'),
        ('missing', '未报', 'Missing')
    ) AS t (state, zh, en)
)
SELECT
    h.unit, h.name, k.zh AS kind_zh, k.en AS kind_en,
    s.zh || CASE WHEN h.zero THEN '（零报告）' ELSE '' END AS state_zh,
    s.en || CASE WHEN h.zero THEN ' (zero return)' ELSE '' END AS state_en,
    h.received_at, CASE WHEN h.accepted THEN h.days_late END AS days_late, h.revision, h.revisions, h.errors, h.warnings, h.file
FROM here h
JOIN states s USING (state)
LEFT JOIN kinds k USING (kind)
ORDER BY h.position, h.unit
