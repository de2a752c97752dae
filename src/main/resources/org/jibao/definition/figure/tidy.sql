-- One row a value, for programs: every figure of every scope, broken down for the whole, groups and kinds, and why one has no
-- value. mart.figure has the parts of each unit as well.
SELECT
    g.period, g.level, g.scope, g.name_zh, g.name_en, g.figure, g.dimension, g.item, g.value, g.numerator, g.denominator,
    f.unit_zh, f.unit_en, g.reported, g.expected, g.previous, g.change_previous, g.change_alike, g.alike_units,
    g.last_year, g.change_last_year, g.change_alike_last_year, g.alike_units_last_year, g.year_to_date, g.target, g.target_standing, g.missing_because
FROM mart.figure g
JOIN returns.parameter p USING (period)
JOIN mart.figure_definition f USING (figure)
WHERE g.dimension = '' OR g.level <> 'unit'
ORDER BY CASE WHEN g.top THEN 0 WHEN g.level = 'group' THEN 1 WHEN g.level = 'kind' THEN 2 ELSE 3 END,
    g.scope_position, g.scope, f.position, g.dimension, g.item_position
