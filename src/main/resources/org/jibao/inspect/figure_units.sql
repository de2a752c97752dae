-- $1 period, $2 figure, $3 dimension, $4 part, $5 level, $6 scope, $7 how many units to pass over, $8 how many at most: the units
-- behind a figure, in the order of the roster, each with its part. A page behind the last has one row, with the total alone.
WITH units AS (
    SELECT u.*
    FROM mart.scope s
    JOIN mart.reporting_unit u USING (period, unit)
    WHERE s.period = $1 AND s.level = $5 AND s.scope = $6
),
counted AS (
    SELECT count(*) AS total
    FROM units
),
page AS (
    FROM units
    ORDER BY position, unit
    LIMIT $8 OFFSET $7
),
operands AS (
    SELECT o.unit, o.numerator, o.denominator
    FROM mart.figure_operand o
    SEMI JOIN page p ON p.unit = o.unit
    WHERE o.period = $1 AND o.figure = $2 AND o.dimension = $3 AND o.item = $4
),
own AS (
    SELECT g.scope AS unit, g.value, g.numerator, g.denominator
    FROM mart.figure g
    SEMI JOIN page p ON p.unit = g.scope
    WHERE g.period = $1 AND g.level = 'unit' AND g.figure = $2 AND g.dimension = $3 AND g.item = $4
),
parts AS (
    SELECT
        p.position, p.unit, p.name, p.state, p.submission, p.file, p.sha256, p.accepted, w.value,
        coalesce(o.numerator, w.numerator) AS numerator, coalesce(o.denominator, w.denominator) AS denominator
    FROM page p
    LEFT JOIN operands o USING (unit)
    LEFT JOIN own w USING (unit)
)
-- Of a quotient both operands must be there. A reporting rate counts each unit that owes a return.
SELECT
    p.*, c.total,
    f.kind IN ('reporting_rate', 'on_time_rate')
        OR coalesce(p.value IS NOT NULL OR (p.numerator IS NOT NULL AND (NOT f.quotient OR p.denominator IS NOT NULL)), false)
        AS included
FROM counted c
CROSS JOIN mart.figure_definition f
LEFT JOIN parts p ON true
WHERE f.figure = $2
ORDER BY p.position, p.unit
