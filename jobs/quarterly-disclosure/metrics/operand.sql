-- Numerator and denominator of each figure for each accepted return. A part of which any cell has no value is missing.
WITH wanted AS (
    SELECT *, count(*) OVER (PARTITION BY figure, part) AS parts
    FROM mart.figure_cell
),
cells AS (
    SELECT i.period, i.unit, 'proactive' AS form, i.category AS "row", 'new_items' AS "column", i.new_items AS value
    FROM mart.items i
    UNION ALL
    SELECT i.period, i.unit, 'proactive', i.category, 'within_20_days', i.within_20_days
    FROM mart.items i
    UNION ALL
    SELECT period, unit, 'channels', "row", "column", value
    FROM returns.channels
    UNION ALL
    SELECT period, unit, 'documents', "row", "column", value
    FROM returns.documents
    UNION ALL
    SELECT period, unit, 'requests', "row", "column", value
    FROM returns.requests
    UNION ALL
    SELECT period, unit, 'responses', "row", "column", value
    FROM returns.responses
    UNION ALL
    SELECT period, unit, 'disputes', "row", "column", value
    FROM returns.disputes
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
