-- The groups without their total, for the chart.
SELECT dispute_zh, dispute_en, upheld, corrected, otherwise, pending
FROM mart.disputes d
JOIN returns.parameter p USING (period)
WHERE d.top AND d.dispute <> 'all' AND d.cases IS NOT NULL
ORDER BY dispute_position
