-- $1 job, $2 as of, $3 the earliest time of receipt: what came since, in the order of receipt, with where it stands. A duplicate is
-- of the unit and the period of the file that it repeats.
WITH received AS (
    FROM intake.standing_at($2)
    WHERE job = $1 AND received_at >= $3 AND received_at <= $2
),
found AS (
    SELECT
        submission,
        count(*) FILTER (WHERE severity = 'warning') AS warnings,
        bool_or(code = 'file-encrypted') AS encrypted
    FROM intake.finding_at($2)
    WHERE submission IN (SELECT id FROM received)
    GROUP BY submission
)
SELECT
    s.id, s.file, s.sha256, s.received_at, s.standing, s.opposed,
    s.admitted_at IS NOT NULL AS admitted,
    coalesce(s.unit, d.unit) AS unit,
    coalesce(s.period, d.period) AS period,
    coalesce(f.warnings, 0) AS warnings,
    coalesce(f.encrypted, false) AS encrypted
FROM received s
LEFT JOIN intake.submission d ON d.id = s.duplicate_of
LEFT JOIN found f ON f.submission = s.id
ORDER BY s.received_at, s.file, s.id
