-- Every unit that owes the return: what became of it, and its figures.
WITH kinds AS (
    SELECT l.id AS kind, l.zh, l.en
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.axis = 'kind'
),
states AS (
    SELECT *
    FROM (VALUES
        ('on_time', ${on_time_zh}, ${on_time_en}),
        ('late', ${late_zh}, ${late_en}),
        ('returned', ${returned_zh}, ${returned_en}),
        ('rejected', ${rejected_zh}, ${rejected_en}),
        ('missing', ${missing_zh}, ${missing_en}),
        ('held', ${held_zh}, ${held_en})
    ) AS t (state, zh, en)
),
counted AS (
    SELECT
        g.scope,
${values}
        count(*) AS figures
    FROM mart.figure g
    JOIN returns.parameter p USING (period)
    WHERE g.level = 'unit' AND g.dimension = '' AND g.figure IN (${figures})
    GROUP BY g.scope
)
SELECT
    row_number() OVER (ORDER BY u.position, u.unit) AS number, u.name, k.zh AS kind_zh, k.en AS kind_en,
    s.zh AS state_zh, s.en AS state_en, c.* EXCLUDE (scope, figures)
FROM mart.reporting_unit u
JOIN returns.parameter p USING (period)
JOIN states s ON s.state = CASE WHEN u.state = 'missing' AND u.held > 0 THEN 'held' ELSE u.state END
LEFT JOIN kinds k USING (kind)
LEFT JOIN counted c ON c.scope = u.unit
ORDER BY u.position, u.unit
