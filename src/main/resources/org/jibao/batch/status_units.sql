-- $1 job, $2 period, $3 the period's last day, $4 the first instant that is late, $5 as of.
WITH expected AS (
    SELECT code, name, kind, position
    FROM intake.unit
    WHERE job = $1
        AND owes
        AND (active_from IS NULL OR active_from <= $3)
        AND (active_to IS NULL OR active_to >= $3)
),
received AS (
    SELECT *, standing = 'counted' AS counted
    FROM intake.standing_at($5)
    WHERE job = $1
        AND period = $2
        AND verdict IN ('accepted', 'accepted_with_warnings', 'returned')
),
counted AS (
    SELECT unit, count(*) AS revisions
    FROM received
    GROUP BY unit
),
shown AS (
    SELECT *
    FROM received
    QUALIFY row_number() OVER (PARTITION BY unit ORDER BY counted DESC, revision DESC) = 1
),
found AS (
    SELECT
        submission,
        count(*) FILTER (WHERE severity = 'error') AS errors,
        count(*) FILTER (WHERE severity = 'warning') AS warnings
    FROM intake.finding_at($5)
    WHERE submission IN (SELECT id FROM shown)
    GROUP BY submission
)
SELECT
    e.code, e.name, e.kind,
    CASE
        WHEN s.id IS NULL THEN 'missing'
        WHEN s.standing = 'after_close' THEN 'after_close'
        WHEN NOT s.counted THEN 'returned'
        WHEN s.first_received_at < $4 THEN 'on_time'
        ELSE 'late'
    END AS state,
    s.file, s.received_at,
    coalesce(c.revisions, 0) AS revisions,
    coalesce(f.errors, 0) AS errors,
    coalesce(f.warnings, 0) AS warnings
FROM expected e
LEFT JOIN shown s ON s.unit = e.code
LEFT JOIN counted c ON c.unit = e.code
LEFT JOIN found f ON f.submission = s.id
ORDER BY e.position
