-- How often each rule was broken by units with a score, and what that took, before caps; this quarter and the one before.
WITH scored AS (
    SELECT d.period, d.rule, count(*) AS cases, count(DISTINCT d.unit) AS units, abs(sum(d.points)) AS points
    FROM mart.assessment_deduction d
    JOIN mart.assessment_score s USING (period, unit)
    WHERE s.score IS NOT NULL AND d.points < 0
    GROUP BY d.period, d.rule
)
SELECT w.zh AS rule_zh, w.en AS rule_en, coalesce(n.cases, 0) AS cases, coalesce(n.units, 0) AS units,
    coalesce(n.points, 0) AS points, b.cases AS previous_cases, b.points AS previous
FROM reference.assessment_weights w
JOIN returns.parameter p ON TRUE
JOIN intake.period t ON (t.job, t.period) = (p.job, p.period)
LEFT JOIN scored n ON (n.period, n.rule) = (p.period, w.rule)
LEFT JOIN scored b ON (b.period, b.rule) = (t.previous, w.rule)
WHERE w.points::DECIMAL(9, 2) < 0 AND EXISTS (FROM mart.assessment_score s WHERE s.period = p.period)
ORDER BY coalesce(n.points, 0) DESC, w.rule
