-- One figure of each unit over the last eight periods, a column each, p8 the newest. Before a unit was set up its column holds the sum of
-- those that went into it, which the last column names; what was divided goes to nobody.
WITH recent AS (
    SELECT t.period, 9 - row_number() OVER (ORDER BY t.period DESC) AS n
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    WHERE t.period <= p.period
),
current AS (
    SELECT e.unit, e.name, e.position
    FROM returns.expected e
    JOIN returns.parameter p USING (job, period)
),
came_of AS (
    SELECT s.unit,
        string_agg(
            replace(replace(CASE WHEN s.divided THEN ${divided_zh} ELSE ${merged_zh} END, '{unit}', s.name), '{day}', s.active_to::VARCHAR),
            '；' ORDER BY s.active_to, s.predecessor) AS predecessors_zh,
        string_agg(
            replace(replace(CASE WHEN s.divided THEN ${divided_en} ELSE ${merged_en} END, '{unit}', s.name), '{day}', s.active_to::VARCHAR),
            '; ' ORDER BY s.active_to, s.predecessor) AS predecessors_en
    FROM returns.succession s
    JOIN returns.parameter p USING (job)
    GROUP BY s.unit
)
SELECT
    c.name,
    max(g.value) FILTER (n = 1) AS p1, max(g.value) FILTER (n = 2) AS p2, max(g.value) FILTER (n = 3) AS p3,
    max(g.value) FILTER (n = 4) AS p4, max(g.value) FILTER (n = 5) AS p5, max(g.value) FILTER (n = 6) AS p6,
    max(g.value) FILTER (n = 7) AS p7, max(g.value) FILTER (n = 8) AS p8,
    any_value(o.predecessors_zh) AS predecessors_zh, any_value(o.predecessors_en) AS predecessors_en
FROM current c
LEFT JOIN came_of o ON o.unit = c.unit
LEFT JOIN mart.figure g ON g.scope = c.unit AND g.level = 'unit' AND g.figure = ${figure} AND g.dimension = ''
LEFT JOIN recent r ON r.period = g.period
GROUP BY c.unit, c.name, c.position
ORDER BY c.position, c.unit
