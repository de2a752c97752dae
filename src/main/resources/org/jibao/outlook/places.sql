-- $1 form, $2 submission, row and column of each figure, a line each with tabs between: where they stand, and what.
WITH wanted AS (
    SELECT string_split(unnest(string_split($2, chr(10))), chr(9)) AS part
)
SELECT o.submission, o."row", o."column", o.sheet, o.cell, o.raw
FROM intake.observation o
JOIN wanted w ON (o.submission, o."row", o."column") = (w.part[1]::BIGINT, w.part[2], w.part[3])
WHERE o.form = $1
