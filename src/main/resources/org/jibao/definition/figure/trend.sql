-- The last eight periods, the oldest first, with the coverage of each.
WITH recent AS (
    SELECT t.period
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    WHERE t.period <= p.period
    ORDER BY t.period DESC
    LIMIT 8
)
SELECT
    period,
    (max(reported) FILTER (figure = 'reporting_rate'))::VARCHAR || '/' || max(expected) AS coverage,
${values}
FROM mart.figure g
JOIN recent USING (period)
WHERE top AND dimension = '' AND figure IN (${figures})
GROUP BY period
ORDER BY period
