-- The kinds of case without their total, for the chart.
SELECT case_kind_zh, case_kind_en, received, closed
FROM mart.responses r
JOIN returns.parameter p USING (period)
WHERE r.top AND r.case_kind <> 'total' AND r.received IS NOT NULL
ORDER BY case_kind_position
