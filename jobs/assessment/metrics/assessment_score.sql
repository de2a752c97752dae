-- 100 less what is deducted, each category up to its cap (one without a cap has none), plus the bonus; never below 0. A unit is
-- assessed where it has an obligation or was reviewed and its return was accepted; others have no score.
WITH assessed AS (
    SELECT period, obliged AS unit FROM mart.assessment_obligation
    UNION
    SELECT period, unit FROM mart.assessment_deduction
),
capped AS (
    SELECT d.period, d.unit,
        greatest(least(sum(d.points), any_value(c.cap)::DECIMAL(9, 2)), -any_value(c.cap)::DECIMAL(9, 2)) AS points
    FROM mart.assessment_deduction d
    LEFT JOIN reference.assessment_caps c USING (category)
    GROUP BY d.period, d.unit, d.category
),
summed AS (
    SELECT period, unit, sum(least(points, 0)) AS deducted, sum(greatest(points, 0)) AS bonus
    FROM capped
    GROUP BY period, unit
),
scored AS (
    SELECT e.period, t.previous, e.unit, e.name, e.kind, e.position, s.id IS NOT NULL AS reported,
        -- What a review deducts stands though the unit has sent nothing; otherwise there is no value, not 0.
        coalesce(m.deducted, CASE WHEN reported THEN 0 END)::DECIMAL(9, 2) AS deducted,
        coalesce(m.bonus, CASE WHEN reported THEN 0 END)::DECIMAL(9, 2) AS bonus,
        CASE WHEN reported THEN greatest(0, 100 + coalesce(m.deducted + m.bonus, 0)) END::DECIMAL(9, 2) AS score
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
    JOIN assessed a ON (a.period, a.unit) = (e.period, e.unit)
    JOIN intake.period t ON (t.job, t.period) = (e.job, e.period)
    LEFT JOIN returns.submission s ON (s.job, s.period, s.unit) = (e.job, e.period, e.unit)
    LEFT JOIN summed m ON (m.period, m.unit) = (e.period, e.unit)
),
graded AS (
    SELECT s.*, arg_max(g.grade, g.from_score::DECIMAL(9, 2)) AS grade
    FROM scored s
    LEFT JOIN reference.assessment_grades g ON s.score >= g.from_score::DECIMAL(9, 2)
    GROUP BY ALL
)
SELECT g.* EXCLUDE (previous), b.grade AS previous_grade, coalesce(g.grade = 'fail' AND b.grade = 'fail', FALSE) AS failed_twice
FROM graded g
LEFT JOIN graded b ON (b.period, b.unit) = (g.previous, g.unit)
