-- Section three, for each kind of unit.
WITH scopes AS (
    SELECT DISTINCT s.level, s.scope, s.name_zh, s.name_en, s.position
    FROM returns.scope_unit s
    JOIN returns.parameter p USING (period)
    WHERE s.level = 'kind'
),
labels AS (
    SELECT l.id AS "row", l.zh, l.en, l.position
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.form = 'annual_requests' AND l.axis = 'row'
),
-- The groups of section three, which the labels of its rows leave unsaid.
groups(beginning, zh, en) AS (
    VALUES
        ('refused_', '（三）不予公开', 'Refused'),
        ('unavailable_', '（四）无法提供', 'Not available'),
        ('declined_', '（五）不予处理', 'Not processed'),
        ('lapsed_', '（六）其他处理', 'Otherwise'),
        ('other_', '（六）其他处理', 'Otherwise')
),
here AS (
    SELECT c.*
    FROM mart.annual_cells c
    JOIN returns.parameter p USING (period)
    WHERE c.form = 'annual_requests'
)
SELECT
    s.name_zh, s.name_en,
    coalesce(any_value(g.zh), '') AS stage_zh, coalesce(any_value(g.en), '') AS stage_en,
    l.zh AS outcome_zh, l.en AS outcome_en,
    max(value) FILTER ("column" = 'natural') AS "natural",
    max(value) FILTER ("column" = 'business') AS business,
    max(value) FILTER ("column" = 'research') AS research,
    max(value) FILTER ("column" = 'charity') AS charity,
    max(value) FILTER ("column" = 'legal') AS legal,
    max(value) FILTER ("column" = 'other') AS "other",
    max(value) FILTER ("column" = 'total') AS "total"
FROM scopes s
CROSS JOIN labels l
LEFT JOIN groups g ON starts_with(l."row", g.beginning)
LEFT JOIN here h ON (h.level, h.scope, h."row") = (s.level, s.scope, l."row")
GROUP BY s.level, s.scope, s.name_zh, s.name_en, s.position, l."row", l.zh, l.en, l.position
ORDER BY s.position, s.scope, l.position
