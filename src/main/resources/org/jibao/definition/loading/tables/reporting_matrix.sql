-- The last eight periods, a column each, p8 the newest; their names are in the table period_labels. Empty: not owed.
WITH recent AS (
    SELECT t.period, 9 - row_number() OVER (ORDER BY t.period DESC) AS n
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    WHERE t.period <= p.period
),
states AS (
    SELECT *
    FROM (VALUES
        ('on_time', '按时', 'On time'),
        ('late', '迟报', 'Late'),
        ('returned', '退回', 'Returned'),
        ('rejected', '拒收', 'Rejected'),
        ('missing', '未报', 'Missing')
    ) AS t (state, zh, en)
),
said AS (
    SELECT u.unit, u.name, u.position, r.n, u.state,
        CASE WHEN u.zero THEN '零报告' ELSE s.zh END AS zh,
        CASE WHEN u.zero THEN 'Zero' ELSE s.en END AS en
    FROM returns.reporting_unit u
    JOIN recent r USING (period)
    JOIN states s USING (state)
    WHERE r.n >= 1
)
SELECT
    unit, any_value(name) AS name,
    max(zh) FILTER (n = 1) AS p1_zh, max(en) FILTER (n = 1) AS p1_en,
    max(zh) FILTER (n = 2) AS p2_zh, max(en) FILTER (n = 2) AS p2_en,
    max(zh) FILTER (n = 3) AS p3_zh, max(en) FILTER (n = 3) AS p3_en,
    max(zh) FILTER (n = 4) AS p4_zh, max(en) FILTER (n = 4) AS p4_en,
    max(zh) FILTER (n = 5) AS p5_zh, max(en) FILTER (n = 5) AS p5_en,
    max(zh) FILTER (n = 6) AS p6_zh, max(en) FILTER (n = 6) AS p6_en,
    max(zh) FILTER (n = 7) AS p7_zh, max(en) FILTER (n = 7) AS p7_en,
    max(zh) FILTER (n = 8) AS p8_zh, max(en) FILTER (n = 8) AS p8_en,
    count(*) FILTER (state = 'on_time') AS on_time,
    count(*) AS owed
FROM said
GROUP BY unit
ORDER BY min(position), unit
