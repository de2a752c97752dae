-- Each figure of the leaders' page back to the cells it is made of, with the file that holds them. included: whether
-- the cell is in the total (it is not where its return lacks another operand of the same figure).
WITH figures AS (
    SELECT figure, position AS figure_position, format
    FROM mart.figure
    WHERE leaders
),
cells AS (
    SELECT s.period, s.unit, o.*
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
    JOIN intake.observation o ON o.submission = s.id
),
-- A return that states no total of its items is traced to its categories instead.
untotalled AS (
    SELECT period, unit
    FROM mart.items
    WHERE category = 'total' AND NOT stated
),
categories AS (
    SELECT l.id AS "row"
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.form = 'proactive' AND l.axis = 'row' AND l.id <> 'total'
),
wanted AS (
    SELECT c.figure, c.part, c.form, c."row", c."column", c.sign, c.times, false AS by_category
    FROM mart.figure_cell c
    UNION ALL
    SELECT c.figure, c.part, c.form, g."row", c."column", c.sign, c.times, true
    FROM mart.figure_cell c
    CROSS JOIN categories g
    WHERE c.form = 'proactive' AND c."row" = 'total'
),
contributing AS (
    SELECT c.*, w.figure, w.part, w.sign, f.figure_position, f.format
    FROM wanted w
    JOIN figures f USING (figure)
    JOIN cells c USING (form, "row", "column")
    LEFT JOIN untotalled t USING (period, unit)
    WHERE w.by_category = (c.form = 'proactive' AND t.unit IS NOT NULL)
),
traced AS (
    SELECT
        c.period, c.figure, c.figure_position, c.part, c.unit, u.name, u.position, u.file, u.sha256,
        c.sheet, c.cell, c.raw, c.status, c.sign, c.value,
        c.value IS NOT NULL AND o.numerator IS NOT NULL AND (c.format = 'count' OR o.denominator IS NOT NULL) AS included
    FROM contributing c
    JOIN mart.reporting_unit u USING (period, unit)
    LEFT JOIN mart.operand o USING (period, unit, figure)
),
-- The reporting rates are made of files, not of cells: 1 for each return that counts, 0 for each that does not.
reported AS (
    SELECT
        u.period, f.figure, f.figure_position, 'numerator' AS part, u.unit, u.name, u.position, u.file, u.sha256,
        NULL AS sheet, NULL AS cell, NULL AS raw, u.state AS status, 1 AS sign,
        CASE WHEN f.figure = 'reporting_rate' THEN u.accepted ELSE u.state = 'on_time' END::INTEGER AS value,
        true AS included
    FROM mart.reporting_unit u
    JOIN figures f ON f.figure IN ('reporting_rate', 'on_time_rate')
)
SELECT * FROM traced
UNION ALL
SELECT * FROM reported
