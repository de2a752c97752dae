-- Every figure of the period that is summarized, back to the cells it is made of, with the file that holds them: joined with mart.scope, of
-- every scope. included: whether the cell is in the figure (it is not where its return lacks another cell of it).
WITH here AS (
    SELECT p.job, p.period
    FROM returns.parameter p
),
cells AS (
    SELECT s.period, s.unit, o.*
    FROM returns.submission s
    JOIN here USING (job, period)
    JOIN intake.observation o ON o.submission = s.id
),
wanted AS (
    SELECT figure, dimension, item, part, form, "row", "column", factor
    FROM mart.figure_term
    UNION ALL
    SELECT figure, dimension, item, 'weight', weight_form, weight_row, weight_column, factor
    FROM mart.figure_term
    WHERE weight_form IS NOT NULL${named}
)${registers},
traced AS (
    SELECT
        c.period, w.figure, w.dimension, w.item, w.part, c.unit, c.sheet, c.cell, c.raw, c.status, w.factor, c.value
    FROM wanted w
    JOIN cells c USING (form, "row", "column")${entries}
),
operands AS (
    SELECT o.unit, i.number AS part, o.numerator IS NOT NULL AND (NOT f.quotient OR o.denominator IS NOT NULL) AS usable
    FROM mart.figure_operand o
    JOIN here USING (period)
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN mart.figure_definition f USING (figure)
)
SELECT
    t.period, t.figure, f.position, t.dimension, t.item, t.part, t.unit, u.name, u.position AS unit_position, u.file, u.sha256,
    t.sheet, t.cell, t.raw, t.status, t.factor, t.value, t.value IS NOT NULL AND coalesce(o.usable, true) AS included
FROM traced t
JOIN mart.figure_definition f USING (figure)
JOIN mart.reporting_unit u USING (period, unit)
LEFT JOIN mart.figure_item i USING (figure, dimension, item)
LEFT JOIN operands o ON o.unit = t.unit AND o.part = i.number
UNION ALL
-- The reporting rates are made of files, not of cells: 1 for each return that counts, 0 for each that does not.
SELECT
    u.period, f.figure, f.position, '', '', 'numerator', u.unit, u.name, u.position, u.file, u.sha256,
    NULL, NULL, NULL, u.state, 1,
    CASE WHEN f.figure = 'reporting_rate' THEN u.accepted ELSE u.state = 'on_time' END::INTEGER, true
FROM mart.reporting_unit u
JOIN here USING (period)
JOIN mart.figure_definition f ON f.figure IN ('reporting_rate', 'on_time_rate')
