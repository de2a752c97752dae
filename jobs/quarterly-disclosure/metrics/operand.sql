-- Numerator and denominator of each figure for each accepted return. A part of which any cell has no value is missing.
WITH wanted AS (
    SELECT *, count(*) OVER (PARTITION BY figure, part) AS parts
    FROM mart.figure_cell
),
-- One pass over the observations for all figures at once, of the cells that some figure wants.
places AS (
    SELECT form, "row", "column"
    FROM wanted
    UNION
    SELECT form, "row", times
    FROM wanted
    WHERE times IS NOT NULL
),
cells AS (
    SELECT s.period, s.unit, o.form, o."row", o."column", o.value
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
    JOIN intake.observation o ON o.submission = s.id
    SEMI JOIN places USING (form, "row", "column")
    WHERE o.form <> 'proactive'
    UNION ALL
    SELECT period, unit, 'proactive', category, 'new_items', new_items
    FROM mart.items
    UNION ALL
    SELECT period, unit, 'proactive', category, 'within_20_days', within_20_days
    FROM mart.items
),
valued AS (
    SELECT * FROM cells WHERE value IS NOT NULL
),
-- Without a column "times" the factor is 1; with one that has no value, the cell has none either.
weighted AS (
    SELECT
        c.period, c.unit, w.figure, w.part, w.parts,
        w.sign * c.value * CASE WHEN w.times IS NULL THEN 1 ELSE t.value END AS value
    FROM wanted w
    JOIN valued c USING (form, "row", "column")
    LEFT JOIN valued t
        ON (t.period, t.unit, t.form, t."row", t."column") = (c.period, c.unit, c.form, c."row", w.times)
),
added AS (
    SELECT period, unit, figure, part, sum(value) AS value
    FROM weighted
    GROUP BY period, unit, figure, part, parts
    HAVING count(value) = parts
)
SELECT
    period, unit, figure,
    max(value) FILTER (part = 'numerator') AS numerator,
    max(value) FILTER (part = 'denominator') AS denominator
FROM added
GROUP BY period, unit, figure
