-- Figures of one page that are shown alike, of the whole.
SELECT
    g.figure, f.label_zh, f.label_en, f.unit_zh, f.unit_en, g.value, g.numerator, g.denominator,
    g.previous, g.change_alike, g.alike_units, g.change_previous, g.last_year, g.change_alike_last_year, g.alike_units_last_year,
    g.change_last_year,
    g.year_to_date, g.periods_in || '/' || g.periods_due AS periods_in,
    ${target_zh} AS target_zh, ${target_en} AS target_en,
    g.reported || '/' || g.expected AS coverage, g.better
FROM mart.figure g
JOIN returns.parameter p USING (period)
JOIN mart.figure_definition f USING (figure)
WHERE g.top AND g.dimension = '' AND g.figure IN (${figures})
ORDER BY f.position
