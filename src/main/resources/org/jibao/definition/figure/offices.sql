-- The whole, then each office with those below it, each level one step to the right.
WITH RECURSIVE line AS (
    SELECT u.code, [u.position] AS way
    FROM intake.unit u
    JOIN returns.parameter p USING (job)
    WHERE u.parent IS NULL
    UNION ALL
    SELECT u.code, list_append(l.way, u.position)
    FROM line l
    JOIN intake.unit u ON u.parent = l.code
    JOIN returns.parameter p USING (job)
),
shown AS (
    SELECT g.*, l.way, len(l.way) AS depth
    FROM mart.figure g
    JOIN returns.parameter p USING (period)
    LEFT JOIN line l ON l.code = rtrim(g.scope, '+')
    WHERE g.dimension = '' AND g.figure IN (${figures}) AND (g.top OR g.level = 'group')
),
-- The whole stands first, without a step.
stepped AS (
    SELECT *, CASE WHEN top THEN 0 ELSE greatest(coalesce(depth, 1) - (SELECT min(depth) FROM shown WHERE NOT top), 0) + 1 END::INTEGER AS step
    FROM shown
)
SELECT
    left('　　　　　　　　', step) || name_zh AS name_zh, left('　　　　　　　　', step) || name_en AS name_en,
${values}
    max(reported) FILTER (figure = ${first}) || '/' || max(expected) AS coverage,
    step < 2 AS emphasis
FROM stepped
GROUP BY level, scope, top, name_zh, name_en, way, step
ORDER BY top DESC, way, scope
