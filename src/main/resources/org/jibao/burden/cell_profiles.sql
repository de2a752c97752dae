-- $1 how many batches of units there are, $2 which one, $3 job, $4 as of, $5 how many of the newest periods, $6 returns of a unit from
-- which on it can be said that it never changes an answer. One row a cell that those returns have. nothing: zero, blank or not
-- applicable. periods: the most that one unit answered.
WITH counted AS (
    SELECT s.id, s.unit, p.period, p.end_date
    FROM intake.standing_at($4) s
    JOIN intake.period p USING (job, period)
    WHERE s.job = $3 AND s.standing = 'counted'
),
newest AS (
    SELECT period
    FROM counted
    GROUP BY period
    ORDER BY max(end_date) DESC
    LIMIT $5
),
looked AS (
    SELECT id, hash(unit) AS unit
    FROM counted
    SEMI JOIN newest USING (period)
    WHERE hash(unit) % $1 = $2
),
by_unit AS (
    SELECT
        o.form, o."row", o."column", l.unit,
        count(*) AS returns,
        count(*) FILTER (o.status IN ('zero', 'blank', 'na') OR o.value = 0) AS nothing,
        count(o.value) = count(*) AND min(o.value) = max(o.value) AS same
    FROM intake.observation o
    JOIN looked l ON l.id = o.submission
    GROUP BY o.form, o."row", o."column", l.unit
)
SELECT
    form || '.' || "row" || '.' || "column" AS key,
    sum(returns)::BIGINT AS returns,
    sum(nothing)::BIGINT AS nothing,
    max(returns)::BIGINT AS periods,
    count(*) FILTER (returns >= $6) AS units,
    count(*) FILTER (returns >= $6 AND same) AS same
FROM by_unit
GROUP BY form, "row", "column"
