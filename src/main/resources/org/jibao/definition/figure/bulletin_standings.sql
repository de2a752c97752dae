-- Where units stand, one row a reason to name one: what became of its return; that it meets every target of which it has a value, or
-- misses one; that it is first or last in the ranking of a figure of which one way is better. Ranks that all share say nothing.
WITH here AS (
    SELECT u.unit, u.name, u.position, u.days_late,
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
    SELECT r.unit, r.figure, f.position AS figure_position, r.value, r.rank,
        max(r.rank) OVER (PARTITION BY r.figure) AS last_rank
    FROM mart.ranking r
    JOIN returns.parameter p USING (period)
    JOIN mart.figure_definition f USING (figure)
    WHERE r.rank IS NOT NULL AND f.better IS NOT NULL
),
reasons AS (
    SELECT unit, state AS subject, '' AS figure, 0 AS figure_position, NULL AS value, days_late
    FROM here
    UNION ALL
    SELECT unit, 'all_met', '', 0, count(*), NULL
    FROM aimed
    GROUP BY unit
    HAVING bool_and(target_standing = 'met')
    UNION ALL
    SELECT unit, 'missed', figure, figure_position, value, NULL
    FROM aimed
    WHERE target_standing = 'missed'
    UNION ALL
    SELECT unit, 'first', figure, figure_position, value, NULL
    FROM placed
    WHERE rank = 1 AND last_rank > 1
    UNION ALL
    SELECT unit, 'last', figure, figure_position, value, NULL
    FROM placed
    WHERE rank = last_rank AND last_rank > 1
)
SELECT r.subject, r.figure, r.unit, h.name, r.value, r.days_late
FROM reasons r
JOIN here h USING (unit)
ORDER BY r.subject, r.figure_position, h.position, h.unit
