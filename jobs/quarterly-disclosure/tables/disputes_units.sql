-- Units that had a case.
WITH names AS (
    SELECT DISTINCT s.period, s.scope, s.name_zh, s.position
    FROM mart.scope s
    JOIN returns.parameter p USING (period)
    WHERE s.level = 'unit'
)
SELECT n.name_zh AS name, d.dispute_zh, d.dispute_en, d.upheld, d.corrected, d.otherwise, d.pending, d.cases, d.correction_rate
FROM mart.disputes d
JOIN names n USING (period, scope)
WHERE d.level = 'unit' AND d.dispute <> 'all' AND d.cases > 0
ORDER BY n.position, n.scope, d.dispute_position
