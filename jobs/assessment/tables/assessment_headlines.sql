-- The things to know: the grades, who failed and who failed twice in a row, what took most points, who has no score.
WITH here AS (
    SELECT s.*
    FROM mart.assessment_score s
    JOIN returns.parameter p USING (period)
),
counted AS (
    SELECT count(score) AS scored, round(returns.quotient(sum(score), count(score)), 2)::DECIMAL(9, 2) AS mean_score,
        count(*) FILTER (grade = 'excellent') AS excellent, count(*) FILTER (grade = 'pass') AS "pass",
        count(*) FILTER (grade = 'fail') AS fail, count(*) FILTER (failed_twice) AS twice,
        count(*) FILTER (score IS NULL) AS unassessed,
        string_agg(name, '、' ORDER BY position) FILTER (failed_twice) AS twice_names,
        string_agg(name, '、' ORDER BY position) FILTER (grade = 'fail' AND NOT failed_twice) AS fail_names,
        string_agg(name, '、' ORDER BY position) FILTER (score IS NULL) AS unassessed_names
    FROM here
),
first_units AS (
    SELECT string_agg(name, '、' ORDER BY position) FILTER (place <= 3) AS names, count(*) AS units, any_value(score) AS score
    FROM (SELECT name, position, score, row_number() OVER (ORDER BY position) AS place FROM here WHERE rank = 1)
),
worst AS (
    SELECT d.rule, d.rule_zh, d.rule_en, abs(sum(d.points)) AS points, count(*) AS cases,
        rank() OVER (ORDER BY sum(d.points)) AS place
    FROM mart.assessment_deduction d
    JOIN here h USING (period, unit)
    WHERE h.score IS NOT NULL AND d.points < 0
    GROUP BY d.rule, d.rule_zh, d.rule_en
),
kinds AS (
    SELECT string_agg(rule_zh || cases || '项、' || points || '分', '；' ORDER BY place, rule) AS zh,
        string_agg(lower(rule_en) || ' ' || cases || ' times, ' || points || ' points', '; ' ORDER BY place, rule) AS en
    FROM worst
    WHERE place <= 3
),
sentences(number, zh, en) AS (
    SELECT 1,
        '评分' || c.scored || '家，平均' || c.mean_score || '分：优秀' || c.excellent || '家、合格' || c."pass" || '家、不合格'
            || c.fail || '家；' || CASE WHEN f.units > 1 THEN '并列' ELSE '' END || '第一名' || f.names
            || CASE WHEN f.units > 3 THEN '等' || f.units || '家' ELSE '' END || '，' || f.score || '分。',
        c.scored || ' units have a score, on average ' || c.mean_score || ': ' || c.excellent || ' excellent, ' || c."pass"
            || ' pass, ' || c.fail || ' fail; first ' || replace(f.names, '、', ', ')
            || CASE WHEN f.units > 3 THEN ' and ' || (f.units - 3) || ' more' ELSE '' END || ', ' || f.score || '.'
    FROM counted c
    CROSS JOIN first_units f
    WHERE c.scored > 0
    UNION ALL
    SELECT 2,
        CASE WHEN c.fail = 0 THEN '没有不合格的单位。' ELSE concat_ws('；', '连续两期不合格：' || c.twice_names, '本期不合格：' || c.fail_names) || '。' END,
        CASE WHEN c.fail = 0 THEN 'No unit failed.' ELSE replace(concat_ws('; ', 'Failed twice in a row: ' || c.twice_names,
            'failed this quarter: ' || c.fail_names), '、', ', ') || '.' END
    FROM counted c
    WHERE c.scored > 0
    UNION ALL
    SELECT 3, '扣分最多的情形：' || k.zh || '（各类封顶以前）。', 'Most was deducted for: ' || k.en || ' (before caps).'
    FROM kinds k
    WHERE k.zh IS NOT NULL
    UNION ALL
    SELECT 4,
        '没有评分的' || c.unassessed || '家：' || c.unassessed_names || '；没有报送不等于没有公开，另列。',
        'No score for ' || c.unassessed || ': ' || replace(c.unassessed_names, '、', ', ')
            || '; no return is no proof that nothing was published.'
    FROM counted c
    WHERE c.unassessed > 0
)
SELECT number, zh AS sentence_zh, en AS sentence_en
FROM sentences
ORDER BY number
