-- $1 the package's number.
INSERT INTO intake.from_package
SELECT n.ours, $1, s.revision::INTEGER
FROM handed_submissions s
JOIN handed_number n ON n.theirs = s.submission AND NOT n.known
ORDER BY n.ours
