-- The leaders' figures, each with its change on the quarter before.
WITH counted AS (
    SELECT s.period, count(*) AS units, count(s.score) AS scored, returns.quotient(sum(s.score), count(s.score)) AS mean_score,
        count(*) FILTER (s.grade = 'excellent') AS excellent, count(*) FILTER (s.grade = 'pass') AS "pass",
        count(*) FILTER (s.grade = 'fail') AS fail, count(*) FILTER (s.failed_twice) AS failed_twice,
        count(*) FILTER (s.score IS NULL) AS unassessed
    FROM mart.assessment_score s
    GROUP BY s.period
),
here AS (
    SELECT n.*, b.scored > 0 AS comparable, b.mean_score AS b_mean, b.excellent AS b_excellent, b."pass" AS b_pass,
        b.fail AS b_fail, b.failed_twice AS b_twice, b.unassessed AS b_unassessed
    FROM counted n
    JOIN returns.parameter p USING (period)
    JOIN intake.period t ON (t.job, t.period) = (p.job, p.period)
    LEFT JOIN counted b ON b.period = t.previous
),
figures(position, label_zh, label_en, unit_zh, unit_en, format, value, change, coverage) AS (
    SELECT unnest([
        {'a': 1, 'b': '平均分', 'c': 'Mean score', 'd': '分', 'e': 'points', 'f': 'amount', 'g': mean_score, 'h': round(mean_score, 2) - round(b_mean, 2)},
        {'a': 2, 'b': '优秀', 'c': 'Excellent', 'd': '家', 'e': 'units', 'f': 'count', 'g': excellent, 'h': excellent - b_excellent},
        {'a': 3, 'b': '合格', 'c': 'Pass', 'd': '家', 'e': 'units', 'f': 'count', 'g': "pass", 'h': "pass" - b_pass},
        {'a': 4, 'b': '不合格', 'c': 'Fail', 'd': '家', 'e': 'units', 'f': 'count', 'g': fail, 'h': fail - b_fail},
        {'a': 5, 'b': '连续两期不合格', 'c': 'Failed twice in a row', 'd': '家', 'e': 'units', 'f': 'count', 'g': failed_twice, 'h': failed_twice - b_twice},
        {'a': 6, 'b': '未评分', 'c': 'No score', 'd': '家', 'e': 'units', 'f': 'count', 'g': unassessed, 'h': unassessed - b_unassessed}
    ], recursive := true), scored || '/' || units
    FROM here
)
SELECT
    label_zh, label_en, unit_zh, unit_en, format, value,
    CASE
        WHEN change IS NULL THEN NULL
        WHEN change = 0 THEN '0'
        WHEN format = 'amount' THEN printf('%+.2f', change::DOUBLE)
        ELSE printf('%+d', change::BIGINT)
    END AS change_previous,
    coverage
FROM figures
ORDER BY position
