INSERT INTO intake.${table} BY NAME
SELECT e.* REPLACE (n.ours AS submission)
FROM ${staged} e
JOIN handed_number n ON n.theirs = e.submission AND NOT n.stored
ORDER BY n.ours, e.sheet, e."row"
