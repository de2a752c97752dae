-- The last eight quarters that have a score, the oldest first.
WITH counted AS (
    SELECT s.period, count(s.score) AS scored, returns.quotient(sum(s.score), count(s.score)) AS mean_score,
        count(*) FILTER (s.grade = 'excellent') AS excellent, count(*) FILTER (s.grade = 'pass') AS "pass",
        count(*) FILTER (s.grade = 'fail') AS fail, count(*) FILTER (s.failed_twice) AS failed_twice
    FROM mart.assessment_score s
    JOIN returns.parameter p ON s.period <= p.period
    GROUP BY s.period
    HAVING count(s.score) > 0
    ORDER BY s.period DESC
    LIMIT 8
)
SELECT c.period AS quarter, c.* EXCLUDE (period)
FROM counted c
ORDER BY c.period
