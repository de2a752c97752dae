-- Every figure of the whole, and of each kind of unit, with all that a bulletin may say of it.
SELECT
    g.top, g.name_zh AS scope_zh, g.name_en AS scope_en, g.figure, f.label_zh, f.label_en, f.unit_zh, f.unit_en, g.format, f.quotient, f.headline, g.value, g.numerator, g.denominator,
    CASE WHEN f.quotient THEN CASE g.format WHEN 'rate' THEN 'points' WHEN 'amount' THEN 'amount' ELSE 'days' END ELSE 'change' END AS change_format,
    g.previous, g.last_year, g.change_previous, g.change_last_year, g.change_alike, g.alike_units, g.previous_reported,
    g.change_alike_last_year, g.alike_units_last_year, g.last_year_reported, g.year_to_date,
    g.target_operator, g.target, g.target_standing, g.reported, g.expected
FROM mart.figure g
JOIN returns.parameter p USING (period)
JOIN mart.figure_definition f USING (figure)
WHERE (g.top OR g.level = 'kind') AND g.dimension = ''
ORDER BY f.position, g.top DESC, g.scope_position, g.scope
