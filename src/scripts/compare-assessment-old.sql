-- What the tables of the old summary made of the scores, for every period, by the names that it has in mart.figure.
WITH scored AS (
    SELECT s.*, unnest(['all', 'kind:' || kind]) AS scope
    FROM mart.assessment_score s
),
counted AS (
    SELECT period, scope, '' AS item, count(score) AS reported, returns.quotient(sum(score), count(score)) AS score,
        count(*) FILTER (grade = 'excellent') AS excellent, count(*) FILTER (grade = 'pass') AS "pass",
        count(*) FILTER (grade = 'fail') AS fail, count(*) FILTER (failed_twice) AS failed_twice
    FROM scored
    GROUP BY period, scope
),
rules AS (
    SELECT d.period, s.scope, w.rule AS item, count(*) AS cases, count(DISTINCT d.unit) AS units_deducted, abs(sum(d.points)) AS points
    FROM mart.assessment_deduction d
    JOIN scored s USING (period, unit)
    JOIN reference.assessment_weights w USING (rule)
    WHERE s.score IS NOT NULL AND d.points < 0
    GROUP BY d.period, s.scope, w.rule
),
whole AS (
    FROM rules
    UNION ALL
    SELECT d.period, s.scope, '', count(*), count(DISTINCT d.unit), abs(sum(d.points))
    FROM mart.assessment_deduction d
    JOIN scored s USING (period, unit)
    WHERE s.score IS NOT NULL AND d.points < 0
    GROUP BY d.period, s.scope
),
now AS (
    SELECT period, scope, item, unnest(['score', 'excellent', 'pass', 'fail', 'failed_twice']) AS figure,
        unnest([score::TEXT, excellent::TEXT, "pass"::TEXT, fail::TEXT, failed_twice::TEXT]) AS number
    FROM counted
    UNION ALL
    SELECT period, scope, item, unnest(['cases', 'units_deducted', 'points']),
        unnest([cases::TEXT, units_deducted::TEXT, points::TEXT])
    FROM whole
),
numbers AS (
    SELECT figure, period, scope, item, 'value' AS attribute, number FROM now
    UNION ALL
    SELECT n.figure, t.period, n.scope, n.item, 'previous', n.number
    FROM now n
    JOIN intake.period t ON t.job = 'assessment' AND t.previous = n.period
    UNION ALL
    SELECT 'score', period, scope, item, 'reported', reported::TEXT FROM counted
    UNION ALL
    SELECT 'score', period, unit, '', 'rank', rank::TEXT FROM mart.assessment_score
)
SELECT figure, period, scope || '/' || item || '/' || attribute AS id, number::DECIMAL(38, 12) AS number
FROM numbers
WHERE number::DECIMAL(38, 12) <> 0
ORDER BY ALL
