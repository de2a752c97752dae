
UNION ALL
SELECT period, unit, figure, ${dimension}, ${item}, numerator, denominator
FROM mart.${metric}
WHERE figure = ${figure}