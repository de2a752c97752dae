-- $1 job, $2 as of, $3 how many of the newest periods: the returns of those that count.
WITH counted AS (
    SELECT s.unit, p.period, p.end_date
    FROM intake.standing_at($2) s
    JOIN intake.period p USING (job, period)
    WHERE s.job = $1 AND s.standing = 'counted'
),
newest AS (
    SELECT period
    FROM counted
    GROUP BY period
    ORDER BY max(end_date) DESC
    LIMIT $3
)
SELECT count(*) AS returns, count(DISTINCT unit) AS units, count(DISTINCT period) AS periods
FROM counted
SEMI JOIN newest USING (period)
