-- The plan that holds in each period: of each county office the newest accepted one that is not after it. A plan that another unit
-- sends obliges nobody. An obligation holds from the day that the plan or the roster gives to the last day that the plan gives.
WITH plans AS (
    SELECT a.period AS planned_in, a.unit AS planner, a.submission, a.sheet, a."row", a.number, a.obliged, a.item,
        a.due_rule, a.days::INTEGER AS days, a.channel, coalesce(a.until_on, DATE '9999-12-31') AS holds_until,
        greatest(coalesce(a.from_on, DATE '0001-01-01'), coalesce(u.active_from, DATE '0001-01-01')) AS holds_from
    FROM returns.assessment_plan a
    JOIN returns.parameter p USING (job)
    JOIN intake.unit s ON (s.job, s.code) = (a.job, a.unit) AND s.kind = 'county'
    JOIN intake.unit u ON (u.job, u.code) = (a.job, a.obliged)
),
newest AS (
    SELECT t.period, t.start_date, t.end_date, s.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    JOIN plans s ON s.planned_in <= t.period
    QUALIFY s.planned_in = max(s.planned_in) OVER (PARTITION BY t.period, s.planner)
)
SELECT * EXCLUDE (planner)
FROM newest
WHERE holds_from <= end_date AND holds_until >= start_date
