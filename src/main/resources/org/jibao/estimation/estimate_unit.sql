-- What the units without an accepted return would have, figure by figure. Where no unit has a quotient over 1, none gets one.
SELECT
    p.period, m.unit, m.figure, '' AS dimension, '' AS item,
    TRY_CAST(CASE WHEN e.proper THEN least(e.numerator, e.denominator) ELSE e.numerator END AS DECIMAL(38, 8)) AS numerator,
    TRY_CAST(e.denominator AS DECIMAL(38, 8)) AS denominator,
    m.basis
FROM temp.main.estimate_missing m
JOIN temp.main.estimate_error e USING (grouping, unit)
CROSS JOIN returns.parameter p
-- What is beyond any sum of returns is no estimate.
WHERE e.missing AND abs(e.numerator) < 1e24 AND coalesce(abs(e.denominator), 0) < 1e24
ORDER BY m.unit, m.figure
