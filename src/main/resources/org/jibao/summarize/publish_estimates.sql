-- $1 period.
INSERT INTO intake.published_estimate
SELECT (SELECT max(id) FROM intake.publication), scope, figure, estimate, low, high, reported, expected, estimated
FROM mart.estimate
WHERE period = $1
ORDER BY scope, figure
