-- $1 job, $2 period.
INSERT INTO intake.published_estimate
SELECT (SELECT max(id) FROM intake.publication), scope, figure, estimate, low, high, reported, expected, estimated
FROM outlook.estimate
WHERE job = $1 AND period = $2
ORDER BY scope, figure
