-- Publications by channel. One item in several channels is one item but several publications: these may exceed the items.
WITH cells AS (
    SELECT g.period, g.unit, g."row" AS channel, g.publications
    FROM returns.channels_by_row g
    JOIN returns.parameter p USING (job)
),
periods AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
),
labels AS (
    SELECT l.id AS channel, l.zh AS channel_zh, l.en AS channel_en, l.position AS channel_position
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.form = 'channels' AND l.axis = 'row'
),
summed AS (
    SELECT c.period, s.level, s.scope, c.channel, sum(c.publications) AS publications, count(c.publications) AS reported
    FROM cells c
    JOIN mart.scope s USING (period, unit)
    GROUP BY c.period, s.level, s.scope, c.channel
),
framed AS (
    SELECT
        r.period, r.level, r.scope, r.top, t.year, t.number, t.previous AS previous_period, t.last_year AS last_year_period,
        l.*, s.publications, coalesce(s.reported, 0) AS reported, r.expected
    FROM mart.reporting r
    JOIN periods t USING (period)
    CROSS JOIN labels l
    LEFT JOIN summed s USING (period, level, scope, channel)
),
accumulated AS (
    SELECT *,
        sum(publications) OVER year_so_far AS year_to_date,
        count(publications) OVER year_so_far AS quarters_in
    FROM framed
    WINDOW year_so_far AS (PARTITION BY level, scope, channel, year ORDER BY number)
)
SELECT
    a.period, a.level, a.scope, a.top, a.channel, a.channel_zh, a.channel_en, a.channel_position,
    a.publications, a.reported, a.expected,
    returns.quotient(a.publications, total.publications) AS share,
    a.year_to_date, a.quarters_in, a.number AS quarters,
    previous.publications AS previous, last_year.publications AS last_year,
    returns.quotient(a.publications - previous.publications, previous.publications) AS change_previous,
    returns.quotient(a.publications - last_year.publications, last_year.publications) AS change_last_year
FROM accumulated a
JOIN framed total
    ON (total.period, total.level, total.scope) = (a.period, a.level, a.scope) AND total.channel = 'total'
LEFT JOIN framed previous
    ON (previous.period, previous.level, previous.scope, previous.channel)
        = (a.previous_period, a.level, a.scope, a.channel)
LEFT JOIN framed last_year
    ON (last_year.period, last_year.level, last_year.scope, last_year.channel)
        = (a.last_year_period, a.level, a.scope, a.channel)
