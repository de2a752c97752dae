-- $1 job, $2 the first day of the period worked on, $3 today, $4 as of, $5 the job's time zone. How often each unit was
-- late, and how often nothing of its counts, in the last eight periods before this one that are past their due date.
WITH before AS (
    SELECT period
    FROM intake.period
    WHERE job = $1 AND end_date < $2 AND due_date < $3
    ORDER BY end_date DESC
    LIMIT 8
),
owed AS (
    SELECT e.unit, e.period, e.due_date
    FROM returns.expected e
    SEMI JOIN before USING (period)
    WHERE e.job = $1
),
counted AS (
    SELECT unit, period, (first_received_at AT TIME ZONE 'UTC' AT TIME ZONE $5)::DATE AS first_day
    FROM intake.standing_at($4)
    WHERE job = $1 AND standing = 'counted'
)
SELECT
    o.unit,
    count(*) AS periods,
    count(*) FILTER (c.first_day > o.due_date) AS late,
    count(*) FILTER (c.unit IS NULL) AS missing
FROM owed o
LEFT JOIN counted c USING (unit, period)
GROUP BY o.unit
