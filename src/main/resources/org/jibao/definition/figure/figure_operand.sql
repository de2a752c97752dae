-- Numerator and denominator of each figure for each accepted return. A part of which any cell has no value is missing.
WITH wanted AS (
    SELECT t.*, i.number, t.part = 'numerator' AS over
    FROM mart.figure_term t
    JOIN mart.figure_item i USING (figure, dimension, item)
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
        c.period, c.unit, w.number, w.over,
        -- Wide enough for the largest number of a return; a product of narrow decimals is itself narrow.
        CASE
            WHEN w.weight_form IS NULL THEN w.factor * c.value::DECIMAL(28, 4)
            ELSE c.value::DECIMAL(19, 4) * t.value::DECIMAL(19, 4)
        END AS value
    FROM wanted w
    JOIN valued c USING (form, "row", "column")
    LEFT JOIN valued t
        ON t.period = c.period AND t.unit = c.unit AND t.form = w.weight_form AND t."row" = w.weight_row
            AND t."column" = w.weight_column
),
added AS (
    SELECT
        period, unit, number,
        sum(value) FILTER (over) AS numerator, count(value) FILTER (over) AS numerator_cells,
        sum(value) FILTER (NOT over) AS denominator, count(value) FILTER (NOT over) AS denominator_cells
    FROM weighted
    GROUP BY period, unit, number
),
complete AS (
    SELECT
        a.period, a.unit, i.figure, i.dimension, i.item,
        CASE WHEN a.numerator_cells = n.cells THEN a.numerator + n.constant END::DECIMAL(38, 8) AS numerator,
        CASE WHEN a.denominator_cells = d.cells THEN a.denominator + d.constant END::DECIMAL(38, 8) AS denominator
    FROM added a
    JOIN mart.figure_item i USING (number)
    LEFT JOIN mart.figure_part n
        ON n.figure = i.figure AND n.dimension = i.dimension AND n.item = i.item AND n.part = 'numerator'
    LEFT JOIN mart.figure_part d
        ON d.figure = i.figure AND d.dimension = i.dimension AND d.item = i.item AND d.part = 'denominator'
)${registers}
FROM complete
WHERE numerator IS NOT NULL OR denominator IS NOT NULL${others}