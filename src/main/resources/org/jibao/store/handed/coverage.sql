-- $1 the package's number.
INSERT INTO intake.handed_coverage
SELECT $1, c.unit, c.state, c.standing, n.ours
FROM handed_coverage c
LEFT JOIN handed_number n ON n.theirs = c.submission
