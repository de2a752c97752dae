-- What has changed since the last publication, figure by figure: the whole first, then kinds and groups, then units. The cause
-- of a scope's change are those of its units whose return that counts is another one than then.
WITH last AS (
    FROM returns.last_publication
),
now AS (
    SELECT f.*
    FROM returns.figure_of_record f
    JOIN returns.parameter p USING (period)
    WHERE EXISTS (FROM last)
),
published AS (
    SELECT f.*
    FROM intake.published_figure f
    JOIN last l ON l.id = f.publication
),
-- What was published as an estimate with the units that were missing then, and whether the figure is in its range, once all have reported.
estimated AS (
    SELECT e.scope, e.figure, e.low, e.high, r.actual = r.expected AS whole,
        list_transform(
            [e.estimate, e.low, e.high],
            lambda x: CASE n.format
                WHEN 'count' THEN x::DECIMAL(30, 0)::VARCHAR
                WHEN 'rate' THEN round(x * 100, 2)::DECIMAL(30, 2) || '%'
                ELSE round(x, 2)::DECIMAL(30, 2)::VARCHAR
            END) AS texts
    FROM intake.published_estimate e
    JOIN last l ON l.id = e.publication
    JOIN now n USING (scope, figure)
    JOIN returns.parameter p ON TRUE
    JOIN returns.reporting r ON r.period = p.period AND r.scope = e.scope AND r.level <> 'unit'
),
counted_now AS (
    SELECT s.unit, s.id, s.revision
    FROM returns.submission s
    JOIN returns.parameter p USING (job, period)
),
counted_then AS (
    SELECT s.unit, s.id, s.revision
    FROM intake.standing_at((SELECT as_of FROM returns.last_publication)) s
    JOIN (SELECT last_submission FROM returns.last_publication) l ON s.id <= coalesce(l.last_submission, s.id)
    JOIN returns.parameter p USING (job, period)
    WHERE s.standing = 'counted'
),
exchanged AS (
    SELECT unit, coalesce(n.revision::VARCHAR, '—') AS now, coalesce(t.revision::VARCHAR, '—') AS before
    FROM counted_now n
    FULL JOIN counted_then t USING (unit)
    WHERE n.id IS DISTINCT FROM t.id
),
-- More than three are counted, not named: the table of causes has them all.
causes AS (
    SELECT s.scope, count(*) AS units,
        list(u.name || ' ' || e.before || '→' || e.now ORDER BY u.position, u.code)[:3] AS named
    FROM exchanged e
    JOIN returns.parameter p ON TRUE
    JOIN returns.scope_unit s ON (s.period, s.unit) = (p.period, e.unit)
    JOIN intake.unit u ON (u.job, u.code) = (p.job, e.unit)
    GROUP BY s.scope
),
folder AS (
    SELECT count(*) > 0 AS changed
    FROM last l
    JOIN intake.job j USING (job)
    WHERE j.digest <> l.job_digest
),
differing AS (
    SELECT n.*, b.value AS before, n.value - b.value AS difference
    FROM now n
    LEFT JOIN published b USING (scope, figure)
    WHERE n.value IS DISTINCT FROM b.value
),
shown AS (
    SELECT *,
        CASE format
            WHEN 'count' THEN before::DECIMAL(30, 0)::VARCHAR
            WHEN 'rate' THEN round(before * 100, 2)::DECIMAL(30, 2) || '%'
            ELSE round(before, 2)::DECIMAL(30, 2)::VARCHAR
        END AS before_text,
        CASE format
            WHEN 'count' THEN value::DECIMAL(30, 0)::VARCHAR
            WHEN 'rate' THEN round(value * 100, 2)::DECIMAL(30, 2) || '%'
            ELSE round(value, 2)::DECIMAL(30, 2)::VARCHAR
        END AS now_text,
        CASE WHEN difference > 0 THEN '+' ELSE '' END || CASE format
            WHEN 'count' THEN difference::DECIMAL(30, 0)::VARCHAR
            ELSE round(CASE format WHEN 'rate' THEN difference * 100 ELSE difference END, 2)::DECIMAL(30, 2)::VARCHAR
        END AS difference_text
    FROM differing
)
SELECT
    s.name_zh, s.name_en, s.figure_zh, s.figure_en,
    coalesce(s.before_text, '—') AS before,
    coalesce(e.texts[1] || '（' || e.texts[2] || '–' || e.texts[3] || '）' || CASE
        WHEN NOT e.whole THEN '，仍有未报' WHEN s.value BETWEEN e.low AND e.high THEN '，在范围内' ELSE '，不在范围内' END, '') AS estimated_zh,
    coalesce(e.texts[1] || ' (' || e.texts[2] || ' to ' || e.texts[3] || ')' || CASE
        WHEN NOT e.whole THEN ', units still missing' WHEN s.value BETWEEN e.low AND e.high THEN ', in range' ELSE ', out of range' END, '')
        AS estimated_en,
    coalesce(s.now_text, '—') AS now,
    coalesce(s.difference_text || CASE format WHEN 'rate' THEN '个百分点' ELSE '' END, '—') AS difference_zh,
    coalesce(s.difference_text || CASE format WHEN 'rate' THEN ' points' ELSE '' END, '—') AS difference_en,
    concat_ws('；',
        array_to_string(c.named, '、') || CASE WHEN c.units > 3 THEN ' 等' || c.units || '个单位' ELSE '' END,
        CASE WHEN f.changed THEN '任务文件夹有改动' END) AS cause_zh,
    concat_ws('; ',
        array_to_string(c.named, ', ') || CASE WHEN c.units > 3 THEN ' and others, ' || c.units || ' units' ELSE '' END,
        CASE WHEN f.changed THEN 'the job folder was changed' END) AS cause_en
FROM shown s
CROSS JOIN folder f
LEFT JOIN causes c USING (scope)
LEFT JOIN estimated e ON e.scope = s.scope AND e.figure = s.figure
ORDER BY s.position
