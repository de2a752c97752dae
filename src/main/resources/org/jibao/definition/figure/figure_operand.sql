-- Numerator and denominator of each figure for each accepted return. A part of which any cell has no value is missing.
WITH wanted AS (
    FROM mart.figure_term
),
places AS (
    SELECT form, "row", "column"
    FROM wanted
    UNION
    SELECT weight_form, weight_row, weight_column
    FROM wanted
    WHERE weight_form IS NOT NULL
),
accepted AS (
    SELECT s.id AS submission, s.period, s.unit
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
),
-- One pass over the observations for all figures at once.
valued AS (
    SELECT s.period, s.unit, o.form, o."row", o."column", o.value
    FROM accepted s
    JOIN intake.observation o ON o.submission = s.submission
    SEMI JOIN places USING (form, "row", "column")
    WHERE o.value IS NOT NULL
),
weighted AS (
    SELECT
        c.period, c.unit, w.figure, w.dimension, w.item, w.part,
        -- Wide enough for the largest number of a return; a product of narrow decimals is itself narrow.
        CASE
            WHEN w.weight_form IS NULL THEN w.factor * c.value::DECIMAL(28, 4)
            ELSE c.value::DECIMAL(19, 4) * t.value::DECIMAL(19, 4)
        END AS value
    FROM wanted w
    JOIN valued c USING (form, "row", "column")
    LEFT JOIN valued t
        ON (t.period, t.unit, t.form, t."row", t."column")
            = (c.period, c.unit, w.weight_form, w.weight_row, w.weight_column)
),
added AS (
    SELECT period, unit, figure, dimension, item, part, sum(value) AS value, count(value) AS cells
    FROM weighted
    GROUP BY period, unit, figure, dimension, item, part
),
complete AS (
    SELECT a.period, a.unit, a.figure, a.dimension, a.item, a.part, a.value + q.constant AS value
    FROM added a
    JOIN mart.figure_part q USING (figure, dimension, item, part)
    WHERE a.cells = q.cells
)${registers}
SELECT
    period, unit, figure, dimension, item,
    (max(value) FILTER (part = 'numerator'))::DECIMAL(38, 8) AS numerator,
    (max(value) FILTER (part = 'denominator'))::DECIMAL(38, 8) AS denominator
FROM complete
GROUP BY period, unit, figure, dimension, item${others}
