-- What each obligation asked for in the quarter, with when it was due and what was published; one row an item. A day on
-- which nobody works moves to the next working day. What is due after the quarter and not yet published is left to the
-- quarter in which it is due, where the unit's next return either takes it up or not. Only of units whose return was
-- accepted: a missing return is no proof that nothing was published.
WITH sent AS (
    SELECT e.period, e.unit, t.previous
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
    JOIN returns.submission s ON (s.job, s.period, s.unit) = (e.job, e.period, e.unit)
    JOIN intake.period t ON (t.job, t.period) = (e.job, e.period)
),
published AS (
    SELECT a.period, a.unit, a.submission, a.sheet, a."row", a.number, a.month::INTEGER AS month, a.completed_on,
        a.material_on, a.published_on, a.channel
    FROM returns.assessment_published a
    JOIN returns.parameter p USING (job)
),
obliged AS (
    SELECT o.* EXCLUDE (channel, submission, sheet, "row"), o.channel AS planned_channel, o.submission AS plan_submission,
        o.sheet AS plan_sheet, o."row" AS plan_row
    FROM mart.assessment_obligation o
    JOIN sent s ON (s.period, s.unit) = (o.period, o.obliged)
),
monthly AS (
    SELECT o.*, month(m)::INTEGER AS month,
        working_day_after((m + to_days(least(o.days, day(last_day(m))) - 1))::DATE - 1, 1) AS due_on
    FROM obliged o
    CROSS JOIN LATERAL (SELECT unnest(generate_series(o.start_date, o.end_date, INTERVAL 1 MONTH))::DATE AS m) AS months
    WHERE o.due_rule = 'monthly' AND due_on BETWEEN o.holds_from AND o.holds_until
),
-- What was published more than once for the same month counts from its first time.
of_month AS (
    SELECT m.*, b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM monthly m
    LEFT JOIN published b ON (b.period, b.unit, b.number, b.month) = (m.period, m.obliged, m.number, m.month)
    QUALIFY row_number() OVER (
        PARTITION BY m.period, m.plan_submission, m.plan_row, m.month ORDER BY b.published_on NULLS LAST, b."row") = 1
),
month_left AS (
    SELECT m.* REPLACE (s.period AS period), b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on,
        b.channel
    FROM (SELECT * EXCLUDE (submission, sheet, "row", completed_on, material_on, published_on, channel) FROM of_month
        WHERE due_on > end_date AND published_on IS NULL) m
    JOIN sent s ON (s.previous, s.unit) = (m.period, m.obliged)
    LEFT JOIN published b ON (b.period, b.unit, b.number, b.month) = (s.period, m.obliged, m.number, m.month)
    QUALIFY row_number() OVER (
        PARTITION BY m.period, m.plan_submission, m.plan_row, m.month ORDER BY b.published_on NULLS LAST, b."row") = 1
),
-- Due on the quarter's last day, whether or not anybody works: a return can only name what was published by then.
of_quarter AS (
    SELECT o.*, NULL::INTEGER AS month, o.end_date AS due_on,
        b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM obliged o
    LEFT JOIN published b ON (b.period, b.unit, b.number) = (o.period, o.obliged, o.number)
    WHERE o.due_rule = 'quarterly' AND o.end_date <= o.holds_until
    QUALIFY row_number() OVER (
        PARTITION BY o.period, o.plan_submission, o.plan_row ORDER BY b.published_on NULLS LAST, b."row") = 1
),
completed AS (
    SELECT o.*, NULL::INTEGER AS month, working_day_after(b.completed_on, o.days) AS due_on,
        b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM obliged o
    JOIN published b ON (b.period, b.unit, b.number) = (o.period, o.obliged, o.number)
    WHERE o.due_rule = 'after_completion' AND b.completed_on BETWEEN o.holds_from AND o.holds_until
),
-- Neither what was published in an earlier quarter, nor what was found not disclosed in one.
of_completion AS (
    SELECT c.*
    FROM completed c
    WHERE (c.published_on >= c.start_date OR c.published_on IS NULL AND c.due_on <= c.end_date)
        AND NOT EXISTS (
            FROM completed b
            WHERE (b.obliged, b.number, b.completed_on) = (c.obliged, c.number, c.completed_on)
                AND b.period < c.period AND b.published_on IS NULL AND b.due_on <= b.end_date)
),
-- Items of one number completed on one day are told apart by their order alone.
open AS (
    SELECT *, row_number() OVER (
        PARTITION BY period, obliged, number, completed_on ORDER BY submission, "row") AS place
    FROM completed
    WHERE published_on IS NULL AND due_on > end_date
),
completion_left AS (
    SELECT c.* EXCLUDE (place) REPLACE (t.period AS period)
    FROM open c
    JOIN returns.parameter p ON TRUE
    JOIN intake.period t ON t.job = p.job AND c.due_on BETWEEN t.start_date AND t.end_date
    JOIN sent s ON (s.period, s.unit) = (t.period, c.obliged)
    WHERE c.place > (
        SELECT count(*)
        FROM published b
        WHERE (b.unit, b.number, b.completed_on) = (c.obliged, c.number, c.completed_on)
            AND b.period > c.period AND b.period <= t.period)
),
every AS (
    SELECT * FROM of_month WHERE due_on <= end_date OR published_on IS NOT NULL
    UNION ALL BY NAME
    SELECT * FROM month_left
    UNION ALL BY NAME
    SELECT * FROM of_quarter
    UNION ALL BY NAME
    SELECT * FROM of_completion
    UNION ALL BY NAME
    SELECT * FROM completion_left
)
SELECT
    row_number() OVER (ORDER BY period, obliged, number, month, due_on, plan_submission, plan_row, submission, "row") AS place,
    * EXCLUDE (start_date, end_date, planned_in, days, holds_from, holds_until)
FROM every
