-- Numerator and denominator of each figure for each accepted return. A part of which any cell has no value is missing.
-- A place is the number of a cell of a form, so that what is joined are integers.
WITH places AS (
    SELECT form, "row", "column", row_number() OVER () AS place
    FROM (
        SELECT form, "row", "column"
        FROM mart.figure_term
        UNION
        SELECT weight_form, weight_row, weight_column
        FROM mart.figure_term
        WHERE weight_form IS NOT NULL
    )
),
wanted AS (
    SELECT i.number, t.part = 'numerator' AS over, t.factor, p.place, w.place AS weight
    FROM mart.figure_term t
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN places p ON (p.form, p."row", p."column") = (t.form, t."row", t."column")
    LEFT JOIN places w ON (w.form, w."row", w."column") = (t.weight_form, t.weight_row, t.weight_column)
),
accepted AS (
    SELECT s.id AS submission, s.period, s.unit
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
),
-- One pass over the observations for all figures at once.
valued AS (
    SELECT o.submission, p.place, o.value
    FROM intake.observation o
    SEMI JOIN accepted s ON s.submission = o.submission
    JOIN places p USING (form, "row", "column")
    WHERE o.value IS NOT NULL
),
-- Wide enough for the largest number of a return; a product of narrow decimals is itself narrow.
weighted AS (
    SELECT c.submission, w.number, w.over, ${product} AS value
    FROM wanted w
    JOIN valued c USING (place)
    WHERE w.weight IS NULL
    UNION ALL
    SELECT c.submission, w.number, w.over, c.value::DECIMAL(19, 4) * t.value::DECIMAL(19, 4)
    FROM wanted w
    JOIN valued c USING (place)
    -- LEFT keeps the order of the joins: by submission alone the engine would pair every cell with every other.
    LEFT JOIN valued t ON t.submission = c.submission AND t.place = w.weight
    WHERE w.weight IS NOT NULL
),
added AS (
    SELECT
        submission, number,
        sum(value) FILTER (over) AS numerator, count(value) FILTER (over) AS numerator_cells,
        sum(value) FILTER (NOT over) AS denominator, count(value) FILTER (NOT over) AS denominator_cells
    FROM weighted
    GROUP BY submission, number
),
complete AS (
    SELECT
        s.period, s.unit, i.figure, i.dimension, i.item,
        CASE WHEN a.numerator_cells = n.cells THEN a.numerator + n.constant END::DECIMAL(38, 8) AS numerator,
        CASE WHEN a.denominator_cells = d.cells THEN a.denominator + d.constant END::DECIMAL(38, 8) AS denominator
    FROM added a
    JOIN accepted s USING (submission)
    JOIN mart.figure_item i USING (number)
    LEFT JOIN mart.figure_part n
        ON n.figure = i.figure AND n.dimension = i.dimension AND n.item = i.item AND n.part = 'numerator'
    LEFT JOIN mart.figure_part d
        ON d.figure = i.figure AND d.dimension = i.dimension AND d.item = i.item AND d.part = 'denominator'
)${registers}
FROM complete
WHERE numerator IS NOT NULL OR denominator IS NOT NULL${others}