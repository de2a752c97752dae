-- $1 job, $2 period, $3 decided at. Says what displaced what when it came; where each stands as of a time, with all that
-- officers decided, intake.standing_at says.
WITH successor AS (
    SELECT id, lead(id) OVER (PARTITION BY unit ORDER BY revision) AS newer
    FROM intake.standing_at($3)
    WHERE job = $1 AND period = $2 AND standing IN ('counted', 'superseded')
)
UPDATE intake.submission
SET superseded_by = successor.newer, superseded_at = $3
FROM successor
WHERE submission.id = successor.id AND successor.newer IS NOT NULL AND submission.superseded_by IS NULL
