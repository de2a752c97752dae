-- Items disclosed within 20 working days. The rate is of the figures that the returns declare; the register's entries
-- are counted beside it, to say how far they would carry a rate of their own: 0 where the registers of accepted returns are
-- empty, no value where no return was accepted.
WITH declared AS (
    SELECT period, level, scope, top, timely, timely_base, timely_rate AS rate, reported, expected
    FROM mart.disclosure
    WHERE category = 'total'
),
entries AS (
    SELECT e.period, e.unit, e.formed_on, e.published_on
    FROM returns.register e
    JOIN returns.parameter p USING (job)
),
counted AS (
    SELECT
        e.period, s.level, s.scope,
        count(*) AS entries,
        count(*) FILTER (e.formed_on IS NOT NULL AND e.published_on IS NOT NULL) AS entries_with_both_dates
    FROM entries e
    JOIN mart.scope s USING (period, unit)
    GROUP BY e.period, s.level, s.scope
)
SELECT
    d.*,
    CASE WHEN r.actual > 0 THEN coalesce(c.entries, 0) END AS entries,
    CASE WHEN r.actual > 0 THEN coalesce(c.entries_with_both_dates, 0) END AS entries_with_both_dates
FROM declared d
JOIN mart.reporting r USING (period, level, scope)
LEFT JOIN counted c USING (period, level, scope)
