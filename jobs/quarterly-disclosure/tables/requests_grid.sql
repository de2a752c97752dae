-- The national table for the whole, in its own order of rows and columns.
WITH here AS (
    SELECT r.*
    FROM mart.requests r
    JOIN returns.parameter p USING (period)
    WHERE r.top
),
labels AS (
    SELECT l.id AS "row", l.zh, l.en, l.position
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.form = 'requests' AND l.axis = 'row'
),
-- The groups of section three, which the labels of its rows leave unsaid.
groups AS (
    SELECT *
    FROM (VALUES
        ('refused_', '（三）不予公开', 'Refused'),
        ('unavailable_', '（四）无法提供', 'Not available'),
        ('declined_', '（五）不予处理', 'Not processed'),
        ('lapsed_', '（六）其他处理', 'Otherwise'),
        ('other_', '（六）其他处理', 'Otherwise')
    ) AS t (beginning, zh, en)
),
expected AS (
    SELECT r.expected
    FROM mart.reporting r
    JOIN returns.parameter p USING (period)
    WHERE r.top
)
SELECT
    coalesce(any_value(g.zh), '') AS stage_zh, coalesce(any_value(g.en), '') AS stage_en,
    l.zh AS outcome_zh, l.en AS outcome_en,
    max(requests) FILTER ("column" = 'natural') AS "natural",
    max(requests) FILTER ("column" = 'business') AS business,
    max(requests) FILTER ("column" = 'research') AS research,
    max(requests) FILTER ("column" = 'charity') AS charity,
    max(requests) FILTER ("column" = 'legal') AS legal,
    max(requests) FILTER ("column" = 'other') AS "other",
    max(requests) FILTER ("column" = 'total') AS "total",
    coalesce(max(reported) FILTER ("column" = 'total'), 0) || '/' || max(e.expected) AS coverage
FROM labels l
CROSS JOIN expected e
LEFT JOIN groups g ON starts_with(l."row", g.beginning)
LEFT JOIN here h ON h."row" = l."row"
GROUP BY l."row", l.zh, l.en, l.position
ORDER BY l.position
