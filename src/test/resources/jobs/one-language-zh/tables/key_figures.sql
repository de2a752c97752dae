SELECT '收到申请' AS label, sum(received)::DOUBLE AS value, 'count' AS format, '件' AS unit, NULL AS coverage
FROM mart.answers JOIN returns.parameter USING (period)
