-- $1 job, $2 submission, $3 its unit or NULL, $4 the period before or NULL, $5 as of: the figures of a submission where they stand,
-- with their labels and what the counted return of the period before has in their place.
WITH before AS (
    SELECT id
    FROM intake.standing_at($5)
    WHERE job = $1 AND unit = $3 AND period = $4 AND standing = 'counted'
),
earlier AS (
    SELECT form, "row", "column",
        any_value(CASE WHEN value IS NULL THEN raw ELSE rtrim(rtrim(value::VARCHAR, '0'), '.') END) AS shown
    FROM intake.observation
    WHERE submission = (SELECT id FROM before)
    GROUP BY form, "row", "column"
)
SELECT
    o.sheet, o.cell, coalesce(o.raw, '') AS raw,
    coalesce(r.zh, o."row") AS row_zh, coalesce(r.en, o."row") AS row_en,
    coalesce(c.zh, o."column") AS column_zh, coalesce(c.en, o."column") AS column_en,
    e.shown AS previous
FROM intake.observation o
LEFT JOIN earlier e ON (e.form, e."row", e."column") = (o.form, o."row", o."column")
LEFT JOIN intake.label r ON (r.job, r.form, r.axis, r.id) = ($1, o.form, 'row', o."row")
LEFT JOIN intake.label c ON (c.job, c.form, c.axis, c.id) = ($1, o.form, 'column', o."column")
WHERE o.submission = $2 AND o.sheet IS NOT NULL AND o.cell IS NOT NULL
