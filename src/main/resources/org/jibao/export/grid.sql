WITH labels AS (
    FROM intake.label
    WHERE job = ${job} AND form = ${form}
),
measures AS (
    SELECT * FROM (VALUES ${measures}) m("row", "column", measure)
)
SELECT
    g.period, g.unit, g.submission, g."row", r.zh AS row_zh, r.en AS row_en,
    g."column", c.zh AS column_zh, c.en AS column_en, g.status, g.value, m.measure, g.raw, g.sheet, g.cell
FROM returns.${view} g
LEFT JOIN labels r ON r.axis = 'row' AND r.id = g."row"
LEFT JOIN labels c ON c.axis = 'column' AND c.id = g."column"
LEFT JOIN measures m ON (m."row", m."column") = (g."row", g."column")
WHERE g.job = ${job} AND ${only}
ORDER BY g.period, g.unit, g.submission, r.position, c.position, g."row", g."column"
