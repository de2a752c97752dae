-- $1 period, $2 figure, $3 dimension, $4 part, $5 level, $6 scope or NULL for the whole: the value. Of single units mart.figure has
-- only the parts that the summary shows; the others are made of the unit's own numerator and denominator.
WITH listed AS (
    SELECT
        figure, level, scope, top, name_zh, name_en, item_zh, item_en, value, numerator, denominator, reported, expected,
        missing_because
    FROM mart.figure
    WHERE period = $1 AND figure = $2 AND dimension = $3 AND item = $4 AND level = $5
        AND (scope = $6 OR ($6::VARCHAR IS NULL AND top))
),
own AS (
    SELECT
        o.figure, s.level, s.scope, s.top, s.name_zh, s.name_en, i.label_zh AS item_zh, i.label_en AS item_en,
        CASE WHEN f.quotient THEN returns.quotient(o.numerator, o.denominator) ELSE o.numerator::DECIMAL(38, 12) END AS value,
        o.numerator, o.denominator, 1 AS reported, 1 AS expected, NULL AS missing_because
    FROM mart.figure_operand o
    JOIN mart.scope s ON s.period = o.period AND s.level = 'unit' AND s.scope = o.unit
    JOIN mart.figure_item i ON (i.figure, i.dimension, i.item) = (o.figure, o.dimension, o.item)
    JOIN mart.figure_definition f ON f.figure = o.figure
    WHERE $5 = 'unit' AND o.period = $1 AND o.figure = $2 AND o.dimension = $3 AND o.item = $4 AND o.unit = $6
        AND NOT EXISTS (FROM listed)
),
found AS (
    FROM listed
    UNION ALL
    FROM own
)
SELECT g.*, f.label_zh, f.label_en, f.unit_zh, f.unit_en, f.format
FROM found g
JOIN mart.figure_definition f USING (figure)
