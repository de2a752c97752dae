-- What each obligation asked for in the quarter, with when it was due and what was published. A day on which nobody works
-- moves to the next working day; a due date after the quarter is the next one's. Only of units whose return was accepted:
-- a missing return is no proof that nothing was published.
WITH sent AS (
    SELECT s.period, s.unit
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
),
published AS (
    SELECT a.period, a.unit, a.submission, a.sheet, a."row", a.number, a.month::INTEGER AS month, a.completed_on,
        a.material_on, a.published_on, a.channel
    FROM returns.assessment_published a
    JOIN returns.parameter p USING (job)
),
obliged AS (
    SELECT o.*
    FROM mart.assessment_obligation o
    JOIN sent s ON (s.period, s.unit) = (o.period, o.obliged)
),
monthly AS (
    SELECT o.period, o.number, o.obliged, o.end_date, month(m)::INTEGER AS month,
        working_day_after((m + to_days(least(o.days, day(last_day(m))) - 1))::DATE - 1, 1) AS due_on
    FROM obliged o
    CROSS JOIN LATERAL (SELECT unnest(generate_series(o.start_date, o.end_date, INTERVAL 1 MONTH))::DATE AS m) AS months
    WHERE o.due_rule = 'monthly'
),
-- What was published more than once for the same month counts from its first time.
of_month AS (
    SELECT m.*, b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM monthly m
    LEFT JOIN published b ON (b.period, b.unit, b.number, b.month) = (m.period, m.obliged, m.number, m.month)
    QUALIFY row_number() OVER (PARTITION BY m.period, m.number, m.month ORDER BY b.published_on NULLS LAST, b."row") = 1
),
of_quarter AS (
    SELECT o.period, o.number, o.obliged, o.end_date, NULL::INTEGER AS month, o.end_date AS due_on,
        b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM obliged o
    LEFT JOIN published b ON (b.period, b.unit, b.number) = (o.period, o.obliged, o.number)
    WHERE o.due_rule = 'quarterly'
    QUALIFY row_number() OVER (PARTITION BY o.period, o.number ORDER BY b.published_on NULLS LAST, b."row") = 1
),
of_completion AS (
    SELECT o.period, o.number, o.obliged, o.end_date, NULL::INTEGER AS month,
        working_day_after(b.completed_on, o.days) AS due_on,
        b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM obliged o
    JOIN published b ON (b.period, b.unit, b.number) = (o.period, o.obliged, o.number)
    WHERE o.due_rule = 'after_completion' AND b.completed_on IS NOT NULL
),
every AS (
    SELECT * FROM of_month
    UNION ALL BY NAME
    SELECT * FROM of_quarter
    UNION ALL BY NAME
    SELECT * FROM of_completion
)
SELECT e.* EXCLUDE (end_date), o.item, o.channel AS planned_channel, o.submission AS plan_submission,
    o.sheet AS plan_sheet, o."row" AS plan_row
FROM every e
JOIN obliged o ON (o.period, o.number) = (e.period, e.number)
WHERE e.due_on <= e.end_date OR e.published_on IS NOT NULL
