-- Messages and cases by their register. The limit is what the law allows or, where it sets none, what was promised; early
-- is in fewer working days than promised or, where nothing was, than the law allows; 0 days are none. Only valid ones count.
WITH judged AS (
    SELECT
        m.period, m.unit, m.kind, m.rating, m.answered_on, m.closed_on, m.valid = 'yes' AS valid, t.end_date,
        nullif(m.statutory_days, 0) AS statutory_days, nullif(m.promised_days, 0) AS promised_days,
        coalesce(nullif(m.statutory_days, 0), nullif(m.promised_days, 0)) AS day_limit,
        coalesce(nullif(m.promised_days, 0), nullif(m.statutory_days, 0)) AS promise,
        working_days_between(m.received_on, m.answered_on) AS answer_days,
        working_days_between(m.received_on, m.closed_on) AS closing_days,
        working_days_between(m.received_on, t.end_date) AS days_so_far
    FROM returns.message_register m
    JOIN returns.parameter p USING (job)
    JOIN intake.period t ON (t.job, t.period) = (m.job, m.period)
),
-- Every kind, and all of them together.
every AS (
    SELECT * FROM judged
    UNION ALL
    SELECT * REPLACE ('total' AS kind) FROM judged
),
counted AS (
    SELECT
        e.period, s.level, s.scope, s.top, e.kind,
        count(*) AS received,
        count(DISTINCT e.unit) AS reported,
        count(*) FILTER (valid) AS valid,
        count(*) FILTER (valid AND answer_days <= day_limit) AS in_time,
        count(*) FILTER (valid AND answer_days > day_limit) AS late,
        count(*) FILTER (valid AND answered_on IS NULL AND days_so_far > day_limit) AS overdue,
        count(*) FILTER (valid AND answered_on IS NULL AND days_so_far <= day_limit) AS not_yet_due,
        count(*) FILTER (valid AND day_limit IS NULL) AS without_limit,
        count(*) FILTER (valid AND closed_on IS NOT NULL) AS closed,
        count(*) FILTER (valid AND closing_days < promise) AS early,
        count(*) FILTER (valid AND rating IS NOT NULL) AS rated,
        count(*) FILTER (valid AND rating = 'satisfied') AS satisfied,
        returns.quotient(sum(closing_days) FILTER (valid), count(closing_days) FILTER (valid)) AS mean_days,
        returns.quotient(
            sum(promised_days) FILTER (valid AND closed_on IS NOT NULL),
            count(promised_days) FILTER (valid AND closed_on IS NOT NULL)) AS mean_promise,
        returns.quotient(
            sum(statutory_days) FILTER (valid AND closed_on IS NOT NULL),
            count(statutory_days) FILTER (valid AND closed_on IS NOT NULL)) AS mean_statutory
    FROM every e
    JOIN mart.scope s USING (period, unit)
    GROUP BY e.period, s.level, s.scope, s.top, e.kind
)
SELECT
    *, in_time + late + overdue AS due,
    returns.quotient(in_time, in_time + late + overdue) AS in_time_rate,
    returns.quotient(early, closed) AS early_rate,
    returns.quotient(satisfied, rated) AS satisfaction_rate
FROM counted
