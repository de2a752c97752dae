-- Where units stand, one row a reason to name one: what became of its return; that it meets every target of which it has a value, or
-- misses one; that it is first or last in a ranking, unless all share one rank. named: whether that praises or criticises it. Which end is
-- the better one the figure must say, and who meets its target is not criticised for its rank, nor who misses it praised.
WITH here AS (
    SELECT u.unit, u.name, u.position,
        CASE WHEN u.state = 'missing' AND u.held > 0 THEN 'held' ELSE u.state END AS state
    FROM mart.reporting_unit u
    JOIN returns.parameter p USING (period)
),
aimed AS (
    SELECT g.scope AS unit, g.figure, g.position AS figure_position, g.value, g.target_standing
    FROM mart.figure g
    JOIN returns.parameter p USING (period)
    WHERE g.level = 'unit' AND g.dimension = '' AND g.target_standing IS NOT NULL
),
placed AS (
    SELECT r.unit, r.figure, f.position AS figure_position, r.value, r.rank, f.better IS NOT NULL AS judged,
        max(r.rank) OVER (PARTITION BY r.figure) AS last_rank
    FROM mart.ranking r
    JOIN returns.parameter p USING (period)
    JOIN mart.figure_definition f USING (figure)
    WHERE r.rank IS NOT NULL
),
reasons AS (
    SELECT unit, state AS subject, '' AS figure, 0 AS figure_position, NULL AS value, true AS named
    FROM here
    UNION ALL
    SELECT a.unit, 'all_met', '', 0, NULL, any_value(h.state = 'on_time')
    FROM aimed a
    JOIN here h USING (unit)
    GROUP BY a.unit
    HAVING bool_and(a.target_standing = 'met')
    UNION ALL
    SELECT unit, 'missed', figure, figure_position, value, true
    FROM aimed
    WHERE target_standing = 'missed'
    UNION ALL
    SELECT r.unit, CASE r.rank WHEN 1 THEN 'first' ELSE 'last' END, r.figure, r.figure_position, r.value,
        r.judged AND a.target_standing IS DISTINCT FROM CASE r.rank WHEN 1 THEN 'missed' ELSE 'met' END
    FROM placed r
    LEFT JOIN aimed a USING (unit, figure)
    WHERE r.last_rank > 1 AND (r.rank = 1 OR r.rank = r.last_rank)
)
SELECT r.subject, r.figure, r.unit, h.name, r.value, r.named
FROM reasons r
JOIN here h USING (unit)
ORDER BY r.subject, r.figure_position, h.position, h.unit
