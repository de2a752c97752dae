-- The findings of found.sql one by one. $6 code or NULL for all, $7 unit or NULL for all, $8 how many to pass over, $9 how many at
-- most. A page behind the last has one row, with the total alone.
WITH ${found},
wanted AS (
    SELECT *
    FROM found
    WHERE ($6::VARCHAR IS NULL OR code = $6) AND ($7::VARCHAR IS NULL OR unit = $7)
),
counted AS (
    SELECT count(*) AS total
    FROM wanted
),
page AS (
    SELECT *, row_number() OVER () AS line
    FROM (
        SELECT *
        FROM wanted
        ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, answered, unit NULLS LAST, submission, number
        LIMIT $9 OFFSET $8
    )
)
SELECT p.*, c.total
FROM counted c
LEFT JOIN page p ON true
ORDER BY p.line
