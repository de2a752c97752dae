-- The numbers of mart.figure that compare-annual-old.sql has beside them, and every row of annual_quarters.
WITH numbers AS (
    SELECT period, level, scope, figure, dimension, item,
        unnest(['value', 'numerator', 'denominator', 'reported', 'expected']) AS attribute,
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, reported::TEXT, expected::TEXT]) AS number
    FROM mart.figure
)
SELECT DISTINCT * REPLACE (number::DECIMAL(38, 4)::TEXT AS number)
FROM numbers
WHERE number IS NOT NULL
UNION ALL
SELECT period, unit, name, kind, position::TEXT, "row", standing, concat_ws('/', coalesce(annual::DECIMAL(38, 4)::TEXT, 'none'),
    coalesce(quarterly::DECIMAL(38, 4)::TEXT, 'none'), quarters::TEXT, needed::TEXT)
FROM mart.annual_quarters
