INSERT INTO intake.observation
SELECT n.ours, o.form, o."row", o."column", o.status, o.value, o.raw, o.sheet, o.cell
FROM handed_observations o
JOIN handed_number n ON n.theirs = o.submission AND NOT n.stored
ORDER BY n.ours, o.form, o."row", o."column"
