-- $1 a number: the verdicts on what was rejected after it, which hold from the beginning.
INSERT INTO intake.judgement
SELECT id, received_at, verdict, ''
FROM intake.submission
WHERE id > $1 AND verdict = 'rejected'
