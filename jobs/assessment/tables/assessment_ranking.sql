-- Everybody with a score, by rank.
SELECT
    s.rank, s.name, k.zh AS kind_zh, k.en AS kind_en, s.score, s.deducted, s.bonus,
    g.zh AS grade_zh, g.en AS grade_en, coalesce(b.zh, '—') AS previous_zh, coalesce(b.en, '—') AS previous_en,
    CASE WHEN s.failed_twice THEN '连续两期不合格' ELSE '' END AS flag_zh,
    CASE WHEN s.failed_twice THEN 'Failed twice in a row' ELSE '' END AS flag_en
FROM mart.assessment_score s
JOIN returns.parameter p USING (period)
JOIN intake.label k ON (k.job, k.axis, k.id) = (p.job, 'kind', s.kind)
LEFT JOIN reference.assessment_grades g ON g.grade = s.grade
LEFT JOIN reference.assessment_grades b ON b.grade = s.previous_grade
WHERE s.score IS NOT NULL
ORDER BY s.rank, s.position, s.unit
