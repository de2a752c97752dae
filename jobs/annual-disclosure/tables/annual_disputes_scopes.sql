-- Section four, a scope a row: the whole, each kind, each unit.
WITH scopes AS (
    SELECT DISTINCT s.level, s.scope, s.name_zh, s.name_en, s.position, s.top
    FROM returns.scope_unit s
    JOIN returns.parameter p USING (period)
    WHERE s.top OR s.level IN ('kind', 'unit')
),
here AS (
    SELECT c.*
    FROM mart.annual_cells c
    JOIN returns.parameter p USING (period)
    WHERE c.form = 'annual_disputes'
)
SELECT
    s.name_zh, s.name_en,
    max(value) FILTER ("column" = 'review_upheld') AS review_upheld,
    max(value) FILTER ("column" = 'review_corrected') AS review_corrected,
    max(value) FILTER ("column" = 'review_other') AS review_other,
    max(value) FILTER ("column" = 'review_pending') AS review_pending,
    max(value) FILTER ("column" = 'review_total') AS review_total,
    max(value) FILTER ("column" = 'direct_upheld') AS direct_upheld,
    max(value) FILTER ("column" = 'direct_corrected') AS direct_corrected,
    max(value) FILTER ("column" = 'direct_other') AS direct_other,
    max(value) FILTER ("column" = 'direct_pending') AS direct_pending,
    max(value) FILTER ("column" = 'direct_total') AS direct_total,
    max(value) FILTER ("column" = 'after_upheld') AS after_upheld,
    max(value) FILTER ("column" = 'after_corrected') AS after_corrected,
    max(value) FILTER ("column" = 'after_other') AS after_other,
    max(value) FILTER ("column" = 'after_pending') AS after_pending,
    max(value) FILTER ("column" = 'after_total') AS after_total
FROM scopes s
LEFT JOIN here h ON (h.level, h.scope) = (s.level, s.scope)
GROUP BY s.level, s.scope, s.name_zh, s.name_en, s.position, s.top
ORDER BY CASE WHEN s.top THEN 0 WHEN s.level = 'kind' THEN 1 ELSE 2 END, s.position, s.scope
