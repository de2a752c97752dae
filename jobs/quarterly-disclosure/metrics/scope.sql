-- Every scope for which figures are computed, with the units that it covers in each period: those that owe a return for
-- it. Exactly one scope is the top one: the upper unit that stands above all who report or, where the roster names
-- none, 'all'.
WITH expected AS (
    SELECT e.period, e.unit
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
),
owing AS (
    SELECT u.code AS unit
    FROM intake.unit u
    JOIN returns.parameter p USING (job)
    WHERE u.owes
),
named AS (
    SELECT s.scope, s.level, s.name_zh, s.name_en, s.position, s.unit
    FROM returns.scope s
    JOIN returns.parameter p USING (job)
),
-- An upper unit that also reports for itself belongs to its own group; the group is then told apart by a '+'.
told_apart AS (
    SELECT * REPLACE (CASE WHEN level = 'group' AND scope IN (FROM owing) THEN scope || '+' ELSE scope END AS scope)
    FROM named
    UNION ALL
    SELECT DISTINCT scope || '+', level, name_zh, name_en, position, scope
    FROM named
    WHERE level = 'group' AND scope IN (FROM owing)
),
covering AS (
    SELECT scope
    FROM told_apart
    WHERE level = 'group'
    GROUP BY scope
    HAVING count(DISTINCT unit) = (SELECT count(*) FROM owing)
    ORDER BY min(position), scope
    LIMIT 1
),
scopes AS (
    SELECT *, scope IN (FROM covering) AS top
    FROM told_apart
    UNION ALL
    SELECT 'all', 'group', '全部单位', 'All units', -1, unit, true
    FROM owing
    WHERE NOT EXISTS (FROM covering)
)
SELECT e.period, s.level, s.scope, s.top, s.name_zh, s.name_en, s.position, e.unit
FROM scopes s
JOIN expected e USING (unit)
