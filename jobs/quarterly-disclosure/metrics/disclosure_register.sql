-- Items of the register disclosed within 20 working days, by category. The limit is 20 working days from the day after the
-- item was formed (《政府信息公开条例》第二十六条); an item that lacks a date is left out and counted apart.
WITH judged AS (
    SELECT e.period, e.unit, e.category, working_days_between(e.formed_on, e.published_on) AS days
    FROM returns.register e
    JOIN returns.parameter p USING (job)
),
every AS (
    SELECT * FROM judged
    UNION ALL
    SELECT * REPLACE ('total' AS category) FROM judged
)
SELECT
    e.period, s.level, s.scope, s.top, e.category,
    count(*) AS items,
    count(DISTINCT e.unit) AS reported,
    count(e.days) AS with_both_dates,
    count(*) FILTER (e.days <= 20) AS timely,
    returns.quotient(count(*) FILTER (e.days <= 20), count(e.days)) AS timely_rate,
    (median(e.days))::DECIMAL(38, 12) AS median_days,
    max(e.days) AS longest_days
FROM every e
JOIN mart.scope s USING (period, unit)
GROUP BY e.period, s.level, s.scope, s.top, e.category
