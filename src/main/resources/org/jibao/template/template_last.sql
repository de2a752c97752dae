-- $1 job, $2 period, $3 as of, $4 unit: the figures of the unit's return that counted then, by form, row and column. What was not
-- applicable is 0, as for the rules. Without such a return there is no row; a return without a figure has one row of NULLs.
WITH accepted AS (
    SELECT id
    FROM intake.standing_at($3)
    WHERE job = $1 AND period = $2 AND unit = $4 AND standing = 'counted'
)
SELECT
    o.form || '.' || o."row" || '.' || o."column" AS cell,
    CASE WHEN o.status = 'na' THEN 0 ELSE o.value END AS value
FROM accepted a
LEFT JOIN intake.observation o ON o.submission = a.id
ORDER BY cell
