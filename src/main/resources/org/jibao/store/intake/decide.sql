-- $1 job, $2 period, $3 decided at, $4 codes of the units joined by commas, or NULL for all. Revisions go on from those already numbered, in the order in which they came.
WITH weighed AS (
    SELECT
        s.id, s.unit, s.received_at,
        coalesce(bool_or(f.severity = 'error'), false) AS has_error,
        coalesce(bool_or(f.severity = 'warning'), false) AS has_warning
    FROM intake.submission s
    LEFT JOIN intake.finding f ON f.submission = s.id
    WHERE s.job = $1 AND s.period = $2 AND s.verdict = 'pending'
        AND ($4::VARCHAR IS NULL OR list_contains(string_split($4::VARCHAR, ','), s.unit))
    GROUP BY s.id, s.unit, s.received_at
),
numbered AS (
    SELECT unit, max(revision) AS last
    FROM intake.submission
    WHERE job = $1 AND period = $2
    GROUP BY unit
),
decided AS (
    SELECT
        w.id,
        coalesce(n.last, 0) + row_number() OVER (PARTITION BY w.unit ORDER BY w.received_at, w.id) AS revision,
        CASE
            WHEN w.has_error THEN 'returned'
            WHEN w.has_warning THEN 'accepted_with_warnings'
            ELSE 'accepted'
        END AS verdict
    FROM weighed w
    LEFT JOIN numbered n ON n.unit = w.unit
)
UPDATE intake.submission
SET revision = decided.revision, verdict = decided.verdict, decided_at = $3
FROM decided
WHERE submission.id = decided.id
