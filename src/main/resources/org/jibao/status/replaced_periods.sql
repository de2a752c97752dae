-- $1 job, $2 as of, $3 a number: the periods in which something settled after it has replaced or was replaced.
SELECT DISTINCT period
FROM intake.replaced_at($2)
WHERE job = $1 AND (newer > $3 OR older > $3)
ORDER BY period
