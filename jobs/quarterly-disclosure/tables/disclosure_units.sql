-- Each kind of unit, then each unit.
WITH here AS (
    SELECT g.*
    FROM mart.figures g
    JOIN returns.parameter p USING (period)
    WHERE g.level IN ('unit', 'kind') OR g.top
)
SELECT
    any_value(name_zh) AS name_zh, any_value(name_en) AS name_en,
    max(value) FILTER (figure = 'items') AS items,
    max(change_previous) FILTER (figure = 'items') AS change_previous,
    max(change_last_year) FILTER (figure = 'items') AS change_last_year,
    max(year_to_date) FILTER (figure = 'items') AS year_to_date,
    max(quarters_in) FILTER (figure = 'items') || '/' || max(quarters) FILTER (figure = 'items') AS quarters,
    max(value) FILTER (figure = 'timely_rate') AS timely_rate,
    max(value) FILTER (figure = 'publications') AS publications,
    max(value) FILTER (figure = 'documents_rate') AS documents_rate,
    max(reported) FILTER (figure = 'items') || '/' || max(expected) FILTER (figure = 'items') AS coverage
FROM here
GROUP BY level, scope
ORDER BY CASE WHEN bool_or(top) THEN 0 WHEN level = 'kind' THEN 1 ELSE 2 END, min(scope_position), scope
