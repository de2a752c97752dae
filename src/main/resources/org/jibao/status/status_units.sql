-- $1 job, $2 period, $3 the period's last day, $4 the first instant that is late, $5 as of, $6 the period has ended, $7 the next
-- one has. A rejected file that names no period belongs to the last one that had ended when it came.
WITH expected AS (
    SELECT code, name, kind, position
    FROM intake.unit
    WHERE job = $1
        AND owes
        AND (active_from IS NULL OR active_from <= $3)
        AND (active_to IS NULL OR active_to >= $3)
),
standing AS (
    FROM intake.standing_at($5)
    WHERE job = $1 AND (period = $2 OR (period IS NULL AND received_at >= $6 AND received_at < $7))
),
held AS (
    SELECT unit, arg_max(file, received_at) AS file, max(received_at) AS received_at
    FROM standing
    WHERE standing = 'held'
    GROUP BY unit
),
-- What is held is no return of the unit's, nor is what was withdrawn while it was.
received AS (
    SELECT *, standing = 'counted' AS counted
    FROM standing
    WHERE standing <> 'held' AND NOT opposed
        AND verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
),
counted AS (
    SELECT unit, count(*) AS revisions
    FROM received
    GROUP BY unit
),
shown AS (
    SELECT *
    FROM received
    QUALIFY row_number() OVER (PARTITION BY unit ORDER BY counted DESC, received_at DESC, file DESC, sha256 DESC) = 1
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
        WHEN s.id IS NULL AND h.unit IS NOT NULL THEN 'held'
        WHEN s.id IS NULL THEN 'missing'
        WHEN s.standing IN ('after_close', 'rejected') THEN s.standing
        WHEN NOT s.counted THEN 'returned'
        WHEN s.first_received_at < $4 THEN 'on_time'
        ELSE 'late'
    END AS state,
    coalesce(s.file, h.file) AS file, coalesce(s.received_at, h.received_at) AS received_at,
    CASE WHEN s.counted THEN s.revision END AS counted_revision,
    coalesce(c.revisions, 0) AS revisions,
    coalesce(f.errors, 0) AS errors,
    coalesce(f.warnings, 0) AS warnings
FROM expected e
LEFT JOIN shown s ON s.unit = e.code
LEFT JOIN held h ON h.unit = e.code
LEFT JOIN counted c ON c.unit = e.code
LEFT JOIN found f ON f.submission = s.id
ORDER BY e.position
