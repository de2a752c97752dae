SELECT
    s.period, s.unit, i.figure, i.dimension, i.item,
    CASE WHEN e.numerators > 0 THEN e.numerator ELSE 0 END,
    CASE WHEN NOT f.quotient THEN NULL WHEN e.denominators > 0 THEN e.denominator ELSE 0 END
FROM filed x
JOIN accepted s USING (submission)
JOIN mart.figure_item i ON i.figure = x.figure
JOIN mart.figure_definition f ON f.figure = x.figure
LEFT JOIN entered e
    ON e.submission = x.submission AND e.figure = i.figure AND e.dimension = i.dimension AND e.item = i.item