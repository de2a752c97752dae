-- The figures and ranks of the declared job that compare-assessment-old.sql has, one number a row.
WITH numbers AS (
    SELECT figure, period, CASE WHEN top THEN 'all' ELSE scope END AS scope, item, unnest(['value', 'previous', 'reported']) AS attribute,
        unnest([value::TEXT, previous::TEXT, CASE WHEN figure = 'score' THEN reported::TEXT END]) AS number
    FROM mart.figure
    WHERE (top OR level = 'kind') AND figure NOT IN ('reporting_rate', 'on_time_rate')
    UNION ALL
    SELECT figure, period, unit, '', 'rank', rank::TEXT
    FROM mart.ranking
)
SELECT figure, period, scope || '/' || item || '/' || attribute AS id, number::DECIMAL(38, 12) AS number
FROM numbers
WHERE number::DECIMAL(38, 12) <> 0
ORDER BY ALL
