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
-- In time only by a revision that was replaced after the due date.
replaced AS (
    SELECT unit, coalesce(round(changed * 100.0 / nullif(cells, 0), 2)::DECIMAL(10, 2) || '%', '—') AS share
    FROM returns.in_time_by_replaced r
    JOIN returns.parameter p USING (period)
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
    CASE WHEN h.state = 'missing' AND h.held > 0 THEN '待核实' ELSE s.zh END
        || CASE WHEN h.zero THEN '（零报告）' ELSE '' END
        || CASE WHEN r.unit IS NULL THEN '' ELSE '（按时的一份已被替换，改动' || r.share || '）' END AS state_zh,
    CASE WHEN h.state = 'missing' AND h.held > 0 THEN 'Held' ELSE s.en END
        || CASE WHEN h.zero THEN ' (zero return)' ELSE '' END
        || CASE WHEN r.unit IS NULL THEN '' ELSE ' (what came in time was replaced, cells changed: ' || r.share || ')' END AS state_en,
    h.received_at, CASE WHEN h.accepted THEN h.days_late END AS days_late, h.revision, h.revisions, h.errors, h.warnings, h.file
FROM here h
JOIN states s USING (state)
LEFT JOIN kinds k USING (kind)
LEFT JOIN replaced r ON r.unit = h.unit
ORDER BY h.position, h.unit
