INSERT INTO intake.judgement
SELECT submission, since, verdict, ''
FROM handed_step
ORDER BY submission, since
