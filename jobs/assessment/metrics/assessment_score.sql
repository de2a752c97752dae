-- 100 less what is deducted, each category up to its cap (one without a cap has none), plus the bonus; never below 0. A unit is assessed
-- where it has an obligation or was reviewed and its return was accepted; others have no score.
WITH sent AS (
    SELECT e.period, e.unit, e.name, e.kind, e.position, s.id IS NOT NULL AS reported
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
    LEFT JOIN returns.submission s ON (s.job, s.period, s.unit) = (e.job, e.period, e.unit)
),
assessed AS (
    SELECT period, obliged AS unit FROM mart.assessment_obligation
    UNION
    SELECT period, unit FROM mart.assessment_deduction
),
categories AS (
    SELECT d.period, d.unit, d.category, sum(d.points) AS uncapped,
        CASE
            WHEN sum(d.points) < 0 THEN greatest(sum(d.points), -any_value(c.cap)::DECIMAL(9, 2))
            ELSE least(sum(d.points), any_value(c.cap)::DECIMAL(9, 2))
        END AS points
    FROM mart.assessment_deduction d
    LEFT JOIN reference.assessment_caps c USING (category)
    GROUP BY d.period, d.unit, d.category
),
summed AS (
    SELECT s.period, s.unit, s.name, s.kind, s.position, s.reported,
        -- What a review deducts stands though the unit has sent nothing; otherwise there is no value, not 0.
        CASE WHEN s.reported OR count(c.points) > 0 THEN coalesce(sum(c.points) FILTER (c.points < 0), 0) END::DECIMAL(9, 2)
            AS deducted,
        CASE WHEN s.reported OR count(c.points) > 0 THEN coalesce(sum(c.points) FILTER (c.points > 0), 0) END::DECIMAL(9, 2)
            AS bonus,
        CASE WHEN s.reported THEN greatest(0, 100 + coalesce(sum(c.points), 0))::DECIMAL(9, 2) END AS score
    FROM sent s
    JOIN assessed a USING (period, unit)
    LEFT JOIN categories c USING (period, unit)
    GROUP BY s.period, s.unit, s.name, s.kind, s.position, s.reported
),
graded AS (
    SELECT s.*, arg_max(g.grade, g.from_score::DECIMAL(9, 2)) AS grade
    FROM summed s
    LEFT JOIN reference.assessment_grades g ON s.score >= g.from_score::DECIMAL(9, 2)
    GROUP BY ALL
),
ranked AS (
    SELECT *, CASE WHEN score IS NOT NULL THEN rank() OVER (PARTITION BY period ORDER BY score DESC NULLS LAST) END AS rank
    FROM graded
)
SELECT r.*, b.grade AS previous_grade, coalesce(r.grade = 'fail' AND b.grade = 'fail', FALSE) AS failed_twice
FROM ranked r
JOIN returns.parameter p ON TRUE
JOIN intake.period t ON (t.job, t.period) = (p.job, r.period)
LEFT JOIN graded b ON (b.period, b.unit) = (t.previous, r.unit)
