-- Each category of each unit that reported: when something was last published in it, by all registers in the store, and
-- whether that lies in the window that reference/update_windows.csv gives: realtime is the last 20 working days. standing: fresh, stale, or empty (never).
WITH units AS (
    SELECT s.period, s.unit, t.end_date, t.start_date
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
    JOIN intake.period t ON (t.job, t.period) = (s.job, s.period)
    JOIN returns.expected e ON (e.job, e.period, e.unit) = (s.job, s.period, s.unit)
),
windows AS (
    SELECT w.category, w."window", u.period, u.unit, u.end_date,
        CASE w."window"
            WHEN 'month' THEN date_trunc('month', u.end_date)::DATE
            WHEN 'quarter' THEN u.start_date
            WHEN 'year' THEN (u.end_date + INTERVAL 1 DAY - INTERVAL 1 YEAR)::DATE
        END AS since
    FROM units u
    CROSS JOIN reference.update_windows w
),
published AS (
    SELECT w.period, w.unit, w.category, max(e.published_on) AS last_published_on, count(e.published_on) AS items
    FROM windows w
    JOIN returns.register e ON (e.unit, e.category) = (w.unit, w.category) AND e.published_on <= w.end_date
    JOIN returns.parameter p USING (job)
    GROUP BY w.period, w.unit, w.category
)
SELECT
    w.period, w.unit, w.category, w."window", w.since, p.last_published_on, coalesce(p.items, 0) AS items,
    CASE
        WHEN p.last_published_on IS NULL THEN 'empty'
        WHEN p.last_published_on < w.since OR w."window" = 'realtime' AND working_days_between(p.last_published_on, w.end_date) >= 20
            THEN 'stale'
        ELSE 'fresh'
    END AS standing
FROM windows w
LEFT JOIN published p USING (period, unit, category)
