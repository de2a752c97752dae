-- Where some cells stand, and what stands in them.
WITH wanted("case", cell) AS (
    VALUES ${cells}
)
SELECT w."case", w.cell, c.sheet, c.cell AS address,
    CASE
        WHEN c.status IN ('value', 'zero') THEN rtrim(rtrim(c.value::VARCHAR, '0'), '.')
        ELSE left(c.raw, 20)
    END AS shown
FROM wanted w
JOIN rule_failing f ON f.number = w."case"
JOIN rule_cell c ON c.submission = f.source AND c.number = w.cell
