-- $1 job, $2 older, $3 newer submission: the cells of grids whose value differs, in the order of the forms. What is no number
-- is shown as it stands in the file.
WITH older AS (
    SELECT *, CASE WHEN value IS NULL THEN raw ELSE rtrim(rtrim(value::VARCHAR, '0'), '.') END AS shown
    FROM intake.observation
    WHERE submission = $2
),
newer AS (
    SELECT *, CASE WHEN value IS NULL THEN raw ELSE rtrim(rtrim(value::VARCHAR, '0'), '.') END AS shown
    FROM intake.observation
    WHERE submission = $3
),
differing AS (
    SELECT
        form, "row", "column", coalesce(n.sheet, o.sheet) AS sheet, coalesce(n.cell, o.cell) AS cell,
        coalesce(o.shown, '') AS before, coalesce(n.shown, '') AS after
    FROM older o
    FULL JOIN newer n USING (form, "row", "column")
    WHERE (o.status, o.value) IS DISTINCT FROM (n.status, n.value)
        OR (o.value IS NULL AND n.value IS NULL AND o.shown IS DISTINCT FROM n.shown)
),
labels AS (
    SELECT form, axis, id, zh, en, position
    FROM intake.label
    WHERE job = $1 AND axis IN ('form', 'row', 'column')
)
SELECT
    coalesce(f.zh, d.form) AS form_zh, coalesce(f.en, d.form) AS form_en,
    coalesce(r.zh, d."row") AS row_zh, coalesce(r.en, d."row") AS row_en,
    coalesce(c.zh, d."column") AS column_zh, coalesce(c.en, d."column") AS column_en, d.sheet, d.cell, d.before, d.after
FROM differing d
LEFT JOIN labels f ON (f.axis, f.form, f.id) = ('form', d.form, d.form)
LEFT JOIN labels r ON (r.axis, r.form, r.id) = ('row', d.form, d."row")
LEFT JOIN labels c ON (c.axis, c.form, c.id) = ('column', d.form, d."column")
ORDER BY f.position, r.position, c.position, d.form, d."row", d."column"
