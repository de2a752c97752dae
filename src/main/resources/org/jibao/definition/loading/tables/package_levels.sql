-- How complete it is on each level: packages by the kind of their office, then the returns themselves.
WITH offices AS (
    SELECT coalesce(l.zh, '上报包') AS zh, coalesce(l.en, 'Packages') AS en, coalesce(l.position, 0) AS position,
        count(*) FILTER (a.state = 'taken') AS actual, count(*) AS expected, min(a.above IS NOT NULL) AS deeper
    FROM returns.package a
    JOIN returns.parameter p ON TRUE
    LEFT JOIN intake.label l ON l.job = p.job AND l.axis = 'kind' AND l.id = a.kind
    GROUP BY l.zh, l.en, l.position
),
lines AS (
    SELECT '上报包：' || zh AS level_zh, 'Packages: ' || en AS level_en, actual, expected, 0 AS part, deeper, position
    FROM offices
    UNION ALL
    SELECT '报表', 'Returns', r.actual, r.expected, 1, true, 0
    FROM returns.reporting r
    JOIN returns.parameter p USING (period)
    WHERE r.top
)
SELECT level_zh, level_en, actual, expected, expected - actual AS missing, returns.quotient(actual, expected) AS rate
FROM lines
ORDER BY part, deeper, position, level_zh
