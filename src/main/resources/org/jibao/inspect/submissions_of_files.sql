-- $1 job, $2 as of, $3 names of files of the inbox, a line each: the submissions that came as one of them, or lay in one: a file of
-- a ZIP, a unit's part of a list. A duplicate is of the unit and the period of the file that it repeats. Both names share their
-- first two folders, so that the join need not compare each with each.
WITH asked AS (
    SELECT DISTINCT unnest(string_split($3, chr(10))) AS asked
)
SELECT a.asked, s.id, coalesce(s.unit, d.unit) AS unit, u.name, coalesce(s.period, d.period) AS period, s.file, s.verdict, s.standing
FROM intake.standing_at($2) s
JOIN asked a
    ON split_part(s.file, '/', 1) = split_part(a.asked, '/', 1)
    AND split_part(s.file, '/', 2) = split_part(a.asked, '/', 2)
    AND (s.file = a.asked OR starts_with(s.file, a.asked || '/') OR starts_with(s.file, a.asked || '#'))
LEFT JOIN intake.submission d ON d.id = s.duplicate_of
LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, coalesce(s.unit, d.unit))
WHERE s.job = $1
ORDER BY s.id
LIMIT 5000
