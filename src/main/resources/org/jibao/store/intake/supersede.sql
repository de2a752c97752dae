-- $1 job, $2 period, $3 decided at.
WITH successor AS (
    SELECT id, lead(id) OVER (PARTITION BY unit ORDER BY revision) AS newer
    FROM intake.submission
    WHERE job = $1 AND period = $2 AND verdict IN ('accepted', 'accepted_with_warnings')
)
UPDATE intake.submission
SET superseded_by = successor.newer, superseded_at = $3
FROM successor
WHERE submission.id = successor.id AND successor.newer IS NOT NULL AND submission.superseded_by IS NULL
