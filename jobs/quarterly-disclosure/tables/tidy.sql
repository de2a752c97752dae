-- One row a value, for machines: the figures of every scope, and the categories, channels and request cells of the whole
-- and of each kind.
WITH parameter AS (
    SELECT period FROM returns.parameter
),
names AS (
    SELECT DISTINCT period, level, scope, name_zh, name_en, position, top
    FROM mart.scope
    JOIN parameter USING (period)
),
long AS (
    SELECT g.period, g.level, g.scope, 'figure' AS topic, 1 AS topic_place, g.figure AS item, NULL AS detail,
        g.value, g.numerator, g.denominator, f.unit_zh, f.unit_en, g.reported, g.expected,
        g.previous, g.last_year, f.position AS place
    FROM mart.figures g
    JOIN parameter USING (period)
    JOIN mart.figure f USING (figure)
    UNION ALL
    SELECT d.period, d.level, d.scope, 'disclosure', 2, d.category, NULL,
        d.items, d.items, NULL, '条', 'items', d.reported, d.expected, d.previous, d.last_year, d.category_position
    FROM mart.disclosure d
    JOIN parameter USING (period)
    WHERE d.level <> 'unit'
    UNION ALL
    SELECT c.period, c.level, c.scope, 'channels', 3, c.channel, NULL,
        c.publications, c.publications, NULL, '条次', 'publications', c.reported, c.expected, c.previous, c.last_year,
        c.channel_position
    FROM mart.channels c
    JOIN parameter USING (period)
    WHERE c.level <> 'unit'
    UNION ALL
    SELECT r.period, r.level, r.scope, 'requests', 4, r."row", r."column",
        r.requests, r.requests, NULL, '件', 'requests', r.reported, r.expected, NULL, NULL, l.position * 100 + k.position
    FROM mart.requests r
    JOIN parameter USING (period)
    JOIN returns.parameter q USING (period)
    JOIN intake.label l ON (l.job, l.form, l.axis, l.id) = (q.job, 'requests', 'row', r."row")
    JOIN intake.label k ON (k.job, k.form, k.axis, k.id) = (q.job, 'requests', 'column', r."column")
    WHERE r.level <> 'unit'
)
SELECT
    l.period, l.level, l.scope, n.name_zh, n.name_en, l.topic, l.item, l.detail, l.value, l.numerator, l.denominator,
    l.unit_zh, l.unit_en, l.reported, l.expected, l.previous, l.last_year
FROM long l
JOIN names n USING (period, level, scope)
ORDER BY l.topic_place, CASE WHEN n.top THEN 0 WHEN n.level = 'group' THEN 1 WHEN n.level = 'kind' THEN 2 ELSE 3 END,
    n.position, n.scope, l.place
