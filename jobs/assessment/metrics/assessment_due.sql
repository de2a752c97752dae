-- What each obligation asked for in the quarter, with when it was due and what was published; one row an item. A day on
-- which nobody works moves to the next working day. What is due after the quarter and not yet published is left to the
-- quarter in which it is due, where the unit's next return either takes it up or not. Only of units whose return was
-- accepted: a missing return is no proof that nothing was published.
WITH sent AS (
    SELECT e.period, e.unit, t.previous, t.start_date, t.end_date
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
    SELECT o.* EXCLUDE (submission, sheet, "row", channel), o.submission AS plan_submission, o.sheet AS plan_sheet,
        o."row" AS plan_row, o.channel AS planned_channel
    FROM mart.assessment_obligation o
    JOIN sent s ON (s.period, s.unit) = (o.period, o.obliged)
),
-- Once a quarter is due on its last day, whether or not anybody works: a return can only name what was published by then.
dated AS (
    SELECT o.*, month(m)::INTEGER AS month,
        working_day_after((m + to_days(least(o.days, day(last_day(m))) - 1))::DATE - 1, 1) AS due_on
    FROM obliged o
    CROSS JOIN LATERAL (SELECT unnest(generate_series(o.start_date, o.end_date, INTERVAL 1 MONTH))::DATE AS m) AS months
    WHERE o.due_rule = 'monthly'
    UNION ALL
    SELECT o.*, NULL, o.end_date
    FROM obliged o
    WHERE o.due_rule = 'quarterly'
),
-- What was published more than once for the same time counts from its first time.
by_plan AS (
    SELECT d.* REPLACE (CASE WHEN d.due_on <= d.end_date OR b.period = d.period THEN d.period ELSE n.period END AS period),
        b.submission, b.sheet, b."row", b.completed_on, b.material_on, b.published_on, b.channel
    FROM dated d
    LEFT JOIN sent n ON (n.previous, n.unit) = (d.period, d.obliged) AND d.due_on > d.end_date
    LEFT JOIN published b
        ON (b.unit, b.number) = (d.obliged, d.number) AND coalesce(b.month = d.month, d.month IS NULL)
            AND (b.period = n.period OR b.period = d.period AND (d.due_on <= d.end_date OR b.published_on IS NOT NULL))
    WHERE d.due_on BETWEEN d.holds_from AND d.holds_until
    QUALIFY row_number() OVER (
        PARTITION BY d.period, d.plan_submission, d.plan_row, d.month
        ORDER BY b.period, b.published_on NULLS LAST, b."row") = 1
),
-- Items of one number completed on one day are told apart by their order alone.
completed AS (
    SELECT o.*, working_day_after(b.completed_on, o.days) AS due_on, b.submission, b.sheet, b."row", b.completed_on,
        b.material_on, b.published_on, b.channel, b.published_on IS NULL AND due_on > o.end_date AS open,
        row_number() OVER (
            PARTITION BY o.period, o.obliged, o.number, b.completed_on, open ORDER BY b.submission, b."row") AS nth
    FROM obliged o
    JOIN published b ON (b.period, b.unit, b.number) = (o.period, o.obliged, o.number)
    WHERE o.due_rule = 'after_completion' AND b.completed_on BETWEEN o.holds_from AND o.holds_until
),
by_completion AS (
    -- Neither what was published in an earlier quarter, nor what was found not disclosed in one.
    SELECT c.*
    FROM completed c
    WHERE NOT c.open AND coalesce(c.published_on >= c.start_date, TRUE)
        AND NOT EXISTS (
            FROM completed b
            WHERE (b.obliged, b.number, b.completed_on) = (c.obliged, c.number, c.completed_on)
                AND b.period < c.period AND b.published_on IS NULL AND NOT b.open)
    UNION ALL
    SELECT c.* REPLACE (s.period AS period)
    FROM completed c
    JOIN sent s ON s.unit = c.obliged AND c.due_on BETWEEN s.start_date AND s.end_date
    WHERE c.open AND c.nth > (
        SELECT count(*)
        FROM published b
        WHERE (b.unit, b.number, b.completed_on) = (c.obliged, c.number, c.completed_on)
            AND b.period > c.period AND b.period <= s.period)
),
every AS (
    SELECT * FROM by_plan WHERE period IS NOT NULL
    UNION ALL BY NAME
    SELECT * EXCLUDE (open, nth) FROM by_completion
)
SELECT
    row_number() OVER (ORDER BY period, obliged, number, month, due_on, plan_submission, plan_row, submission, "row") AS place,
    * EXCLUDE (start_date, end_date, planned_in, days, holds_from, holds_until)
FROM every
