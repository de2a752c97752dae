-- What the units without an accepted return would have, figure by figure. Where the rate of the unit could not be over 1 before, it is not now.
SELECT
    p.period, m.unit, m.figure, '' AS dimension, '' AS item,
    CASE WHEN f.format = 'rate' THEN least(e.numerator, e.denominator) ELSE e.numerator END::DECIMAL(38, 8) AS numerator,
    e.denominator::DECIMAL(38, 8) AS denominator,
    m.basis
FROM temp.main.estimate_missing m
JOIN temp.main.estimate_error e USING (grouping, unit)
JOIN mart.figure_definition f USING (figure)
CROSS JOIN returns.parameter p
WHERE e.missing
ORDER BY m.unit, m.figure
