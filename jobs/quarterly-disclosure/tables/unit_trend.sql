-- Items disclosed by each unit over the last eight periods, a column each, p8 the newest; their names are in the table
-- period_labels. Before a unit was set up its column holds the sum of those that went into it, which the note names.
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
noted AS (
    SELECT s.unit,
        string_agg(
            CASE
                WHEN s.divided THEN '由' || s.name || '分设（' || s.active_to || '撤销），其数字未计入'
                ELSE '含' || s.name || '（' || s.active_to || '撤销）'
            END,
            '；' ORDER BY s.active_to, s.predecessor) AS note_zh,
        string_agg(
            CASE
                WHEN s.divided THEN 'divided from ' || s.name || ' (closed ' || s.active_to || '), whose figures are not counted here'
                ELSE 'with ' || s.name || ' (closed ' || s.active_to || ')'
            END,
            '; ' ORDER BY s.active_to, s.predecessor) AS note_en
    FROM returns.succession s
    JOIN returns.parameter p USING (job)
    GROUP BY s.unit
),
figures AS (
    SELECT g.scope AS unit, r.n, g.value
    FROM mart.figures g
    JOIN recent r USING (period)
    WHERE g.level = 'unit' AND g.figure = 'items'
)
SELECT
    c.name,
    max(f.value) FILTER (n = 1) AS p1, max(f.value) FILTER (n = 2) AS p2,
    max(f.value) FILTER (n = 3) AS p3, max(f.value) FILTER (n = 4) AS p4,
    max(f.value) FILTER (n = 5) AS p5, max(f.value) FILTER (n = 6) AS p6,
    max(f.value) FILTER (n = 7) AS p7, max(f.value) FILTER (n = 8) AS p8,
    any_value(d.note_zh) AS note_zh, any_value(d.note_en) AS note_en
FROM current c
LEFT JOIN figures f ON f.unit = c.unit
LEFT JOIN noted d ON d.unit = c.unit
GROUP BY c.unit, c.name, c.position
ORDER BY c.position, c.unit
