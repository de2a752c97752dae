SELECT 'Requests received' AS label, sum(received)::DOUBLE AS value, 'count' AS format, 'requests' AS unit, NULL AS coverage
FROM mart.answers JOIN returns.parameter USING (period)
