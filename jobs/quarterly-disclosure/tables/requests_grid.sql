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
)
SELECT
    l.zh AS outcome_zh, l.en AS outcome_en,
    max(requests) FILTER ("column" = 'natural') AS "natural",
    max(requests) FILTER ("column" = 'business') AS business,
    max(requests) FILTER ("column" = 'research') AS research,
    max(requests) FILTER ("column" = 'charity') AS charity,
    max(requests) FILTER ("column" = 'legal') AS legal,
    max(requests) FILTER ("column" = 'other') AS "other",
    max(requests) FILTER ("column" = 'total') AS "total",
    max(reported) FILTER ("column" = 'total') || '/' || max(expected) AS coverage
FROM labels l
LEFT JOIN here h USING ("row")
GROUP BY "row", l.zh, l.en, l.position
ORDER BY l.position
