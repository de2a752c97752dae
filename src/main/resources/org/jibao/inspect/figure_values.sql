-- $1 period, $2 unit or NULL for none: every whole figure over all units, groups and kinds, and of one unit.
SELECT
    g.figure, g.level, g.scope, g.top, g.name_zh, g.name_en, g.value, g.numerator, g.denominator, g.reported, g.expected,
    g.missing_because, f.label_zh, f.label_en, f.unit_zh, f.unit_en, f.format
FROM mart.figure g
JOIN mart.figure_definition f USING (figure)
WHERE g.period = $1 AND g.dimension = '' AND (g.level <> 'unit' OR g.scope = $2)
ORDER BY f.position, CASE WHEN g.top THEN 0 WHEN g.level = 'group' THEN 1 WHEN g.level = 'kind' THEN 2 ELSE 3 END,
    g.scope_position, g.scope
