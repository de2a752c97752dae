-- One row: the names of the last eight periods, p8 the newest, and what such a period is called. One that the store does
-- not know is missing.
WITH recent AS (
    SELECT t.period, t.kind, 9 - row_number() OVER (ORDER BY t.period DESC) AS n
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    WHERE t.period <= p.period
),
kinds AS (
    SELECT *
    FROM (VALUES
        ('day', '天', 'days', '当天'),
        ('week', '周', 'weeks', '当周'),
        ('month', '个月', 'months', '当月'),
        ('quarter', '季', 'quarters', '当季'),
        ('half-year', '个半年', 'half-years', '当期'),
        ('year', '年', 'years', '当年')
    ) AS t (kind, periods_zh, periods_en, then_zh)
)
SELECT
    max(period) FILTER (n = 1) AS p1, max(period) FILTER (n = 2) AS p2, max(period) FILTER (n = 3) AS p3,
    max(period) FILTER (n = 4) AS p4, max(period) FILTER (n = 5) AS p5, max(period) FILTER (n = 6) AS p6,
    max(period) FILTER (n = 7) AS p7, max(period) FILTER (n = 8) AS p8,
    any_value(periods_zh) AS periods_zh, any_value(periods_en) AS periods_en,
    any_value(then_zh) AS then_zh, 'then' AS then_en
FROM recent
JOIN kinds USING (kind)
