-- Every number of mart.figure and mart.ranking, one a row, and the sums that compare-figures-old.sql has beside them. Of single units
-- the parts that mart.figure leaves out are those of mart.figure_operand.
WITH unit_parts AS (
    SELECT
        o.period, 'unit' AS level, o.unit AS scope, o.figure, o.dimension, o.item, o.numerator, o.denominator,
        CASE WHEN f.quotient THEN returns.quotient(o.numerator, o.denominator) ELSE o.numerator::DECIMAL(38, 12) END AS value,
        CASE WHEN NOT f.quotient THEN returns.quotient(o.numerator, w.numerator) END AS share
    FROM mart.figure_operand o
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN mart.figure_definition f USING (figure)
    JOIN mart.scope s ON s.period = o.period AND s.unit = o.unit AND s.level = 'unit'
    LEFT JOIN mart.figure_operand w ON w.period = o.period AND w.unit = o.unit AND w.figure = o.figure AND w.dimension = ''
    WHERE NOT i.of_units AND (NOT f.quotient OR o.denominator IS NOT NULL)
),
figures AS (
    SELECT period, level, scope, figure, dimension, item,
        unnest(['value', 'numerator', 'denominator', 'reported', 'expected', 'share', 'previous', 'previous_reported', 'last_year',
            'last_year_reported', 'change_previous', 'change_last_year', 'year_to_date', 'periods_in', 'periods_due']) AS attribute,
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, reported::TEXT, expected::TEXT, share::TEXT, previous::TEXT,
            previous_reported::TEXT, last_year::TEXT, last_year_reported::TEXT, change_previous::TEXT, change_last_year::TEXT,
            year_to_date::TEXT, periods_in::TEXT, periods_due::TEXT]) AS number
    FROM mart.figure
    UNION ALL
    SELECT period, level, scope, figure, dimension, item, unnest(['value', 'numerator', 'denominator', 'share', 'reported']),
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, share::TEXT, (numerator IS NOT NULL)::INTEGER::TEXT])
    FROM unit_parts
),
-- What mart.figure has, and the parts of units with it.
parted AS (
    SELECT period, level, scope, figure, dimension, item, numerator, denominator
    FROM mart.figure
    UNION ALL
    SELECT period, level, scope, figure, dimension, item, numerator, denominator
    FROM unit_parts
),
accounted AS (
    SELECT period, level, scope, 'accounted', '', '', 'numerator', sum(numerator)::TEXT
    FROM mart.figure
    WHERE dimension = '' AND figure IN ('requests_handled', 'requests_open')
    GROUP BY period, level, scope
    HAVING count(numerator) = 2
),
results AS (
    SELECT period, level, scope, 'disputes', 'result', 'all_' || string_split(item, '_')[2], 'value', sum(numerator)::TEXT
    FROM parted
    WHERE figure = 'disputes' AND dimension = 'result'
    GROUP BY ALL
),
parts AS (
    SELECT period, level, scope, figure, dimension, item, 'parts of ' || if(figure = 'early_rate', 'closed_early', 'satisfied'),
        numerator::TEXT
    FROM parted
    WHERE figure IN ('early_rate', 'satisfaction_rate')
    UNION ALL
    SELECT period, level, scope, figure, dimension, item, 'parts of rated', denominator::TEXT
    FROM parted
    WHERE figure = 'satisfaction_rate'
),
-- What fills the printed table of requests, of the whole.
printed AS (
${printed}
),
requests_grid AS (
    SELECT p.period, 'top', 'top', 'requests', string_split(place, '.')[2], string_split(place, '.')[3], 'cell', value::TEXT
    FROM printed
    CROSS JOIN returns.parameter p
    WHERE starts_with(place, 'requests.')
),
ranking AS (
    SELECT period, 'rank', unit, figure, '', coalesce(unranked_because, ''),
        unnest(['value', 'numerator', 'denominator', 'minimum', 'rank', 'rank_in_kind']),
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, minimum::TEXT, rank::TEXT, rank_in_kind::TEXT])
    FROM mart.ranking
)
SELECT DISTINCT * REPLACE (number::DECIMAL(38, 12) AS number)
FROM (FROM figures UNION ALL FROM accounted UNION ALL FROM results UNION ALL FROM parts UNION ALL FROM requests_grid UNION ALL FROM ranking)
WHERE number IS NOT NULL AND NOT (dimension <> '' AND attribute IN ('reported', 'periods_in') AND number::DECIMAL(38, 12) = 0)
ORDER BY ALL
