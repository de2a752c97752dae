-- Every number of mart.figure and mart.ranking, one a row, and the sums that compare-figures-old.sql has beside them.
WITH figures AS (
    SELECT period, level, scope, figure, dimension, item,
        unnest(['value', 'numerator', 'denominator', 'reported', 'expected', 'share', 'previous', 'previous_reported', 'last_year',
            'last_year_reported', 'change_previous', 'change_last_year', 'year_to_date', 'periods_in', 'periods_due']) AS attribute,
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, reported::TEXT, expected::TEXT, share::TEXT, previous::TEXT,
            previous_reported::TEXT, last_year::TEXT, last_year_reported::TEXT, change_previous::TEXT, change_last_year::TEXT,
            year_to_date::TEXT, periods_in::TEXT, periods_due::TEXT]) AS number
    FROM mart.figure
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
    FROM mart.figure
    WHERE figure = 'disputes' AND dimension = 'result'
    GROUP BY ALL
),
parts AS (
    SELECT period, level, scope, figure, dimension, item, 'parts of ' || if(figure = 'early_rate', 'closed_early', 'satisfied'),
        numerator::TEXT
    FROM mart.figure
    WHERE figure IN ('early_rate', 'satisfaction_rate')
    UNION ALL
    SELECT period, level, scope, figure, dimension, item, 'parts of rated', denominator::TEXT
    FROM mart.figure
    WHERE figure = 'satisfaction_rate'
),
ranking AS (
    SELECT period, 'rank', unit, figure, '', coalesce(unranked_because, ''),
        unnest(['value', 'numerator', 'denominator', 'minimum', 'rank', 'rank_in_kind']),
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, minimum::TEXT, rank::TEXT, rank_in_kind::TEXT])
    FROM mart.ranking
)
SELECT DISTINCT * REPLACE (number::DECIMAL(38, 12) AS number)
FROM (FROM figures UNION ALL FROM accounted UNION ALL FROM results UNION ALL FROM parts UNION ALL FROM ranking)
WHERE number IS NOT NULL AND NOT (dimension <> '' AND attribute IN ('reported', 'periods_in') AND number::DECIMAL(38, 12) = 0)
ORDER BY ALL
