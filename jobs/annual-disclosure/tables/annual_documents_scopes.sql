-- Section two, a scope a row: the whole, each kind, each unit.
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
)
SELECT
    s.name_zh, s.name_en,
    max(value) FILTER ("row" = 'rules' AND "column" = 'issued') AS rules_issued,
    max(value) FILTER ("row" = 'rules' AND "column" = 'repealed') AS rules_repealed,
    max(value) FILTER ("row" = 'rules' AND "column" = 'in_force') AS rules_in_force,
    max(value) FILTER ("row" = 'normative' AND "column" = 'issued') AS normative_issued,
    max(value) FILTER ("row" = 'normative' AND "column" = 'repealed') AS normative_repealed,
    max(value) FILTER ("row" = 'normative' AND "column" = 'in_force') AS normative_in_force,
    max(value) FILTER ("row" = 'licensing') AS licensing,
    max(value) FILTER ("row" = 'penalties') AS penalties,
    max(value) FILTER ("row" = 'coercion') AS coercion,
    max(value) FILTER ("row" = 'fees') AS fees
FROM scopes s
LEFT JOIN here h ON (h.level, h.scope) = (s.level, s.scope)
    AND h.form IN ('annual_documents', 'annual_decisions', 'annual_fees')
GROUP BY s.level, s.scope, s.name_zh, s.name_en, s.position, s.top
ORDER BY CASE WHEN s.top THEN 0 WHEN s.level = 'kind' THEN 1 ELSE 2 END, s.position, s.scope
