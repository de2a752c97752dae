-- The figures that are kept with every summary that is published, so that the next one can say what has changed since.
SELECT
    g.period, g.scope, g.name_zh, g.name_en,
    row_number() OVER (PARTITION BY g.period ORDER BY g.top DESC, g.level = 'unit', g.scope_position, g.scope, f.position)
        AS position,
    g.figure, f.zh AS figure_zh, f.en AS figure_en, g.format, g.value
FROM mart.figures g
JOIN mart.figure f USING (figure)
