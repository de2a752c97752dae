INSERT INTO intake.handed_standing
SELECT submission, since, standing
FROM handed_step
ORDER BY submission, since
