-- $1 the package's number: what it says of each submission.
INSERT INTO intake.handed
SELECT $1, n.ours, s.verdict, s.standing, s.revision::INTEGER, c.content
FROM handed_submissions s
JOIN handed_number n ON n.theirs = s.submission
LEFT JOIN handed_content c ON c.submission = s.submission
ORDER BY n.ours
