-- The figures that are kept with every summary that is published, so that the next one can say what has changed since.
SELECT
    g.period, g.scope, g.name_zh, g.name_en,
    row_number() OVER (PARTITION BY g.period ORDER BY g.top DESC, g.level = 'unit', g.scope_position, g.scope, g.position)
        AS position,
    g.figure, f.label_zh AS figure_zh, f.label_en AS figure_en, g.format, g.value
FROM mart.figure g
JOIN mart.figure_definition f USING (figure)
WHERE g.dimension = ''
