SELECT period, pieces, amount, whole
FROM mart.sums
ORDER BY period
