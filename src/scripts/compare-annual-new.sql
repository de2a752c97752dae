-- The numbers of mart.figure that compare-annual-old.sql has beside them, and every row of annual_quarters. Of single units the parts that
-- mart.figure leaves out are those of mart.figure_operand.
WITH numbers AS (
    SELECT period, level, scope, figure, dimension, item,
        unnest(['value', 'numerator', 'denominator', 'reported', 'expected']) AS attribute,
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, reported::TEXT, expected::TEXT]) AS number
    FROM mart.figure
    UNION ALL
    SELECT o.period, 'unit', o.unit, o.figure, o.dimension, o.item, unnest(['value', 'reported']),
        unnest([o.numerator::TEXT, (o.numerator IS NOT NULL)::INTEGER::TEXT])
    FROM mart.figure_operand o
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN mart.figure_definition f USING (figure)
    WHERE NOT i.of_units AND NOT f.quotient
)
SELECT DISTINCT * REPLACE (number::DECIMAL(38, 4)::TEXT AS number)
FROM numbers
WHERE number IS NOT NULL
UNION ALL
SELECT period, unit, name, kind, position::TEXT, "row", standing, concat_ws('/', coalesce(annual::DECIMAL(38, 4)::TEXT, 'none'),
    coalesce(quarterly::DECIMAL(38, 4)::TEXT, 'none'), quarters::TEXT, needed::TEXT)
FROM mart.annual_quarters
