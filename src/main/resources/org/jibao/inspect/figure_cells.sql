-- $1 to $8 as of figure_units.sql, $9 cells of a unit at most: the cells of these units.
WITH page AS (
    SELECT u.unit
    FROM mart.scope s
    JOIN mart.reporting_unit u USING (period, unit)
    WHERE s.period = $1 AND s.level = $5 AND s.scope = $6
    ORDER BY u.position, u.unit
    LIMIT $8 OFFSET $7
),
cells AS (
    SELECT
        c.unit, c.part, c.sheet, c.cell, c.raw, c.value, c.factor, c.included,
        count(*) OVER (PARTITION BY c.unit) AS cells,
        row_number() OVER (
            PARTITION BY c.unit
            ORDER BY c.part DESC, c.sheet, length(c.cell), c.cell, c.raw) AS line
    FROM mart.figure_source c
    SEMI JOIN page p ON p.unit = c.unit
    WHERE c.period = $1 AND c.figure = $2 AND c.dimension = $3 AND c.item = $4 AND c.cell IS NOT NULL
)
SELECT *
FROM cells
WHERE line <= $9
ORDER BY unit, line
