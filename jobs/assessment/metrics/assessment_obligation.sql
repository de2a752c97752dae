-- The plan that holds in each period: of each sender the newest accepted one that is not after it.
WITH plans AS (
    SELECT a.period AS planned_in, a.unit AS planner, a.submission, a.sheet, a."row", a.number, a.obliged, a.item,
        a.due_rule, a.days::INTEGER AS days, a.channel
    FROM returns.assessment_plan a
    JOIN returns.parameter p USING (job)
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
SELECT h.period, h.start_date, h.end_date, s.* EXCLUDE (planner)
FROM holding h
JOIN plans s USING (planner, planned_in)
