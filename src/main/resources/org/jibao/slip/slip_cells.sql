-- $1 job, $2 numbers of submissions joined by commas, $3 language (zh or en): the cells on both sides of what does not agree in them, with their
-- names and what stands in them.
WITH wanted AS (
    SELECT unnest(string_split($2, ','))::BIGINT AS submission
),
sides AS (
    SELECT f.submission, f.number, 'left' AS side, f.arguments ->> '$.left_cells' AS cells
    FROM intake.finding f
    SEMI JOIN wanted w USING (submission)
    UNION ALL
    SELECT f.submission, f.number, 'right', f.arguments ->> '$.right_cells'
    FROM intake.finding f
    SEMI JOIN wanted w USING (submission)
),
listed AS (
    SELECT submission, number, side, unnest(string_split(cells, chr(10))) AS place,
        generate_subscripts(string_split(cells, chr(10)), 1) AS position
    FROM sides
    WHERE cells IS NOT NULL
),
observed AS (
    SELECT o.submission, o.sheet, o.cell, o.sheet || '!' || o.cell AS place,
        CASE
            WHEN $3 = 'en' THEN coalesce(r.en, o."row") || ' × ' || coalesce(c.en, o."column")
            ELSE coalesce(r.zh, o."row") || '·' || coalesce(c.zh, o."column")
        END AS label,
        CASE
            WHEN o.status IN ('value', 'zero') THEN rtrim(rtrim(o.value::VARCHAR, '0'), '.')
            ELSE coalesce(o.raw, '')
        END AS shown
    FROM intake.observation o
    SEMI JOIN wanted w USING (submission)
    LEFT JOIN intake.label r
        ON (r.job, r.form, r.axis, r.id) = ($1, o.form, 'row', o."row")
    LEFT JOIN intake.label c
        ON (c.job, c.form, c.axis, c.id) = ($1, o.form, 'column', o."column")
)
SELECT l.submission, l.number, l.side, o.sheet, o.cell, o.label, o.shown
FROM listed l
JOIN observed o USING (submission, place)
ORDER BY l.submission, l.number, l.side, l.position
