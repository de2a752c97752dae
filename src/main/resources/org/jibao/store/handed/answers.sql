-- $1 since when they are known.
INSERT INTO intake.handed_answer
SELECT n.ours, a.fingerprint, a.explanation, a.explained_by, a.explained_at, $1
FROM handed_answers a
JOIN handed_number n ON n.theirs = a.submission
ANTI JOIN intake.handed_answer k ON (k.submission, k.fingerprint, k.explanation) = (n.ours, a.fingerprint, a.explanation)
ORDER BY ALL
