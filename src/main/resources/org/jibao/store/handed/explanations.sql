INSERT INTO intake.explanation
SELECT n.ours, e.code, e.explanation
FROM handed_explanations e
JOIN handed_number n ON n.theirs = e.submission
ANTI JOIN intake.explanation k ON (k.submission, k.code) = (n.ours, e.code)
ORDER BY ALL
