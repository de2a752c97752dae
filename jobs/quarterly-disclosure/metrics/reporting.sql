-- The five reporting metrics, for every scope in which somebody owes a return.
WITH returned AS (
    FROM mart.reporting_unit
),
counted AS (
    SELECT
        r.period, s.level, s.scope, s.top,
        any_value(s.name_zh) AS name_zh,
        any_value(s.name_en) AS name_en,
        any_value(s.position) AS position,
        count(*) AS expected,
        count(*) FILTER (r.accepted) AS actual,
        count(*) FILTER (r.state = 'on_time') AS on_time,
        count(*) FILTER (r.state = 'late') AS late,
        count(*) FILTER (r.state = 'returned') AS returned,
        count(*) FILTER (r.state = 'rejected') AS rejected,
        count(*) FILTER (r.state = 'missing') AS missing,
        count(*) FILTER (r.zero) AS zero
    FROM returned r
    JOIN mart.scope s USING (period, unit)
    GROUP BY r.period, s.level, s.scope, s.top
)
SELECT
    *,
    (actual / nullif(expected, 0))::DECIMAL(38, 12) AS rate,
    (on_time / nullif(expected, 0))::DECIMAL(38, 12) AS on_time_rate
FROM counted
