SELECT
    period, unit,
    sum(value) FILTER ("row" = 'received' AND "column" = 'total') AS received,
    sum(value) FILTER ("row" = 'answered' AND "column" = 'total') AS answered
FROM returns.requests
GROUP BY ALL
