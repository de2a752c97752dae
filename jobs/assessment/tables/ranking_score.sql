-- Every unit with a score, by rank.
SELECT
    r.rank, r.rank_in_kind, s.name, k.zh AS kind_zh, k.en AS kind_en, s.score, -s.deducted AS deducted, s.bonus,
    g.zh AS grade_zh, g.en AS grade_en, coalesce(b.zh, '—') AS previous_zh, coalesce(b.en, '—') AS previous_en,
    CASE WHEN s.failed_twice THEN '连续两期不合格' ELSE '' END AS flag_zh,
    CASE WHEN s.failed_twice THEN 'Failed twice in a row' ELSE '' END AS flag_en
FROM mart.ranking r
JOIN returns.parameter p USING (period)
JOIN mart.assessment_score s USING (period, unit)
JOIN intake.label k ON (k.job, k.axis, k.id) = (p.job, 'kind', s.kind)
LEFT JOIN reference.assessment_grades g ON g.grade = s.grade
LEFT JOIN reference.assessment_grades b ON b.grade = s.previous_grade
WHERE r.figure = 'score' AND r.rank IS NOT NULL
ORDER BY r.rank, s.position, s.unit
