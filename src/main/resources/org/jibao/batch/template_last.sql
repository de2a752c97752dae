-- $1 job, $2 period, $3 as of, $4 unit: the figures of the unit's newest return accepted by then, by form, row and column. What was not
-- applicable is 0, as for the rules. Without such a return there is no row; a return without a figure has one row of NULLs.
WITH accepted AS (
    SELECT id
    FROM intake.submission
    WHERE job = $1 AND period = $2 AND unit = $4
        AND verdict IN ('accepted', 'accepted_with_warnings')
        AND decided_at <= $3
    QUALIFY row_number() OVER (ORDER BY revision DESC) = 1
)
SELECT
    o.form || '.' || o."row" || '.' || o."column" AS cell,
    CASE WHEN o.status = 'na' THEN 0 ELSE o.value END AS value
FROM accepted a
LEFT JOIN intake.observation o ON o.submission = a.id
ORDER BY cell
