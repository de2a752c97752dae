-- How many units of each kind have which grade.
SELECT
    k.zh AS kind_zh, k.en AS kind_en,
    count(*) FILTER (s.grade = 'excellent') AS excellent,
    count(*) FILTER (s.grade = 'pass') AS "pass",
    count(*) FILTER (s.grade = 'fail') AS fail,
    count(*) FILTER (s.grade IS NULL) AS unassessed,
    returns.quotient(sum(s.score), count(s.score)) AS mean_score
FROM mart.assessment_score s
JOIN returns.parameter p USING (period)
JOIN intake.label k ON (k.job, k.axis, k.id) = (p.job, 'kind', s.kind)
GROUP BY k.zh, k.en, k.position
ORDER BY k.position
