-- The plan that holds in each period: of each sender the newest accepted one that is not after it. Only the county's
-- office can oblige others; a plan that another unit sends obliges nobody. An obligation holds from the day that the
-- plan or the roster gives to the last day that the plan gives.
WITH plans AS (
    SELECT a.period AS planned_in, a.unit AS planner, a.submission, a.sheet, a."row", a.number, a.obliged, a.item,
        a.due_rule, a.days::INTEGER AS days, a.channel, a.from_on, a.until_on, u.active_from
    FROM returns.assessment_plan a
    JOIN returns.parameter p USING (job)
    JOIN intake.unit s ON (s.job, s.code) = (a.job, a.unit) AND s.kind = 'county'
    JOIN intake.unit u ON (u.job, u.code) = (a.job, a.obliged)
),
periods AS (
    SELECT t.period, t.start_date, t.end_date
    FROM intake.period t
    JOIN returns.parameter p USING (job)
),
holding AS (
    SELECT t.period, t.start_date, t.end_date, s.planner, max(s.planned_in) AS planned_in
    FROM periods t
    JOIN plans s ON s.planned_in <= t.period
    GROUP BY t.period, t.start_date, t.end_date, s.planner
)
SELECT h.period, h.start_date, h.end_date, s.* EXCLUDE (planner, from_on, until_on, active_from),
    greatest(coalesce(s.from_on, DATE '0001-01-01'), coalesce(s.active_from, DATE '0001-01-01')) AS holds_from,
    coalesce(s.until_on, DATE '9999-12-31') AS holds_until
FROM holding h
JOIN plans s USING (planner, planned_in)
WHERE holds_from <= h.end_date AND holds_until >= h.start_date
