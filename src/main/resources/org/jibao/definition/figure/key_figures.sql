-- The figures of the leaders' page, each with its coverage: how many of the units that owe a return are in it.
SELECT
    g.figure, f.label_zh, f.label_en, f.unit_zh, f.unit_en, g.format, g.value,
    g.change_previous, g.change_last_year,
    CASE WHEN f.quotient THEN CASE g.format WHEN 'rate' THEN 'points' WHEN 'amount' THEN 'amount' ELSE 'days' END ELSE 'change' END AS change_format,
    g.better, g.year_to_date, g.periods_in, g.periods_due, g.reported || '/' || g.expected AS coverage,
    -- Said only where it differs from the plain change, and then first: with the same units in both periods it is the same.
    CASE WHEN g.reported <> g.previous_reported OR g.alike_units <> g.reported THEN g.alike_units END AS alike_units,
    CASE WHEN g.reported <> g.previous_reported OR g.alike_units <> g.reported THEN g.change_alike END AS change_alike,
    CASE WHEN g.reported <> g.last_year_reported OR g.alike_units_last_year <> g.reported THEN g.alike_units_last_year END AS alike_units_last_year,
    CASE WHEN g.reported <> g.last_year_reported OR g.alike_units_last_year <> g.reported THEN g.change_alike_last_year END AS change_alike_last_year,
    e.estimate, e.low, e.high, e.estimated, e.reported + e.estimated = e.expected AS estimated_all, e.expected AS estimated_of,
    g.target_operator, g.target, g.target_standing, g.target_difference
FROM mart.figure g
JOIN returns.parameter p USING (period)
JOIN mart.figure_definition f USING (figure)
LEFT JOIN outlook.estimate e
    ON e.job = p.job AND e.period = g.period AND e.level = g.level AND e.scope = g.scope AND e.figure = g.figure AND e.dimension = ''
WHERE g.top AND g.dimension = '' AND f.headline
ORDER BY f.position
