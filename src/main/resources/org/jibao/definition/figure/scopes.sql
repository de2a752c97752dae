-- The whole, each kind of unit and each unit: of figures, or of the parts of one.
SELECT
    name_zh, name_en,
${values}
    max(reported) FILTER (figure = ${first}) || '/' || max(expected) AS coverage,
    level <> 'unit' AS emphasis
FROM mart.figure g
JOIN returns.parameter p USING (period)
WHERE dimension = ${dimension} AND figure IN (${figures}) AND (top OR level IN (${levels}))
GROUP BY level, scope, top, name_zh, name_en, scope_position
ORDER BY CASE WHEN top THEN 0 WHEN level = 'kind' THEN 1 ELSE 2 END, scope_position, scope
