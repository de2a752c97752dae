
UNION ALL
SELECT period, unit, figure, '', '', numerator, denominator
FROM mart.${metric}
WHERE figure = ${figure}