-- By how much each unit fell short, as a number to draw.
SELECT s.name, -s.deducted AS deducted
FROM mart.assessment_score s
JOIN returns.parameter p USING (period)
WHERE s.score IS NOT NULL AND s.deducted < 0
ORDER BY s.deducted, s.position
