-- What each chart says, as its title. A chart of which nothing can be said has no row here and keeps the title of
-- summary.yaml.
WITH parameter AS (
    SELECT period FROM returns.parameter
),
words AS (
    SELECT w.*
    FROM mart.figure_words w
    JOIN parameter USING (period)
),
-- Charts over time tell of the run of one figure.
timelines AS (
    SELECT *
    FROM (VALUES
        ('items_trend', 'items'),
        ('requests_trend', 'requests_received'),
        ('response_trend', 'in_time_rate'),
        ('reporting_trend', 'reporting_rate'),
        ('disclosure_rates_trend', 'timely_rate')
    ) AS t (id, figure)
),
numerals AS (
    SELECT *
    FROM (VALUES (2, '两', 'two'), (3, '三', 'three'), (4, '四', 'four'), (5, '五', 'five'), (6, '六', 'six'), (7, '七', 'seven'))
        AS t (n, zh, en)
),
over_time AS (
    SELECT
        t.id,
        w.zh || CASE
            WHEN n.n IS NOT NULL THEN '连续' || n.zh || '季' || CASE WHEN w.streak > 0 THEN '上升' ELSE '下降' END
            ELSE w.previous_long_zh || w.coverage_changed_zh
        END AS zh,
        w.en || CASE
            WHEN n.n IS NOT NULL
                THEN CASE WHEN w.streak > 0 THEN ' up for ' ELSE ' down for ' END || n.en || ' quarters in succession'
            ELSE ' ' || w.previous_long_en || w.coverage_changed_en
        END AS en
    FROM timelines t
    JOIN words w USING (figure)
    LEFT JOIN numerals n ON n.n = abs(w.streak)
),
-- The largest of several, and how many share that place.
largest AS (
    SELECT subject, first(name_zh ORDER BY position) AS name_zh, first(name_en ORDER BY position) AS name_en, count(*) AS alike,
        any_value(share) AS share, any_value(size) AS size
    FROM (
        SELECT *, rank() OVER (PARTITION BY subject ORDER BY size DESC) AS place
        FROM (
            SELECT 'category' AS subject, d.category_zh AS name_zh, d.category_en AS name_en, d.category_position AS position,
                d.items AS size, d.share
            FROM mart.disclosure d
            JOIN parameter USING (period)
            WHERE d.top AND d.category NOT IN ('total', 'other') AND d.items > 0
            UNION ALL
            SELECT 'channel', c.channel_zh, c.channel_en, c.channel_position, c.publications, c.share
            FROM mart.channels c
            JOIN parameter USING (period)
            WHERE c.top AND c.channel NOT IN ('total', 'other') AND c.publications > 0
            UNION ALL
            SELECT 'kind', g.name_zh, g.name_en, g.scope_position, g.value, NULL
            FROM mart.figures g
            JOIN parameter USING (period)
            WHERE g.level = 'kind' AND g.figure = 'items' AND g.value > 0
            UNION ALL
            SELECT 'case_kind', c.case_kind_zh, c.case_kind_en, c.case_kind_position, c.received, NULL
            FROM mart.responses c
            JOIN parameter USING (period)
            WHERE c.top AND c.case_kind <> 'total' AND c.received > 0
        )
    )
    WHERE place = 1
    GROUP BY subject
),
most AS (
    SELECT subject,
        name_zh || CASE WHEN alike > 1 THEN '等' || alike || '类' ELSE '' END AS zh,
        name_en || CASE WHEN alike > 1 THEN ' and ' || (alike - 1) || ' more' ELSE '' END AS en,
        CASE WHEN alike > 1 THEN '并列最多' ELSE '最多' END AS most_zh,
        CASE WHEN alike > 1 THEN '各' ELSE '' END AS each_zh, CASE WHEN alike > 1 THEN 'each ' ELSE '' END AS each_en,
        round(share * 100, 1)::DECIMAL(30, 1)::VARCHAR || '%' AS share, format('{:,}', round(size, 0)::BIGINT) AS size
    FROM largest
),
-- One name of all that share the first rank, and how many they are.
first AS (
    SELECT r.figure, first(r.name_zh ORDER BY r.scope_position) AS name, count(*) AS units,
        CASE any_value(r.format)
            WHEN 'rate' THEN round(any_value(r.value) * 100, 2)::DECIMAL(30, 2)::VARCHAR || '%'
            ELSE format('{:,}', round(any_value(r.value), 0)::BIGINT)
        END AS value
    FROM mart.ranking r
    JOIN parameter USING (period)
    WHERE r.rank = 1
    GROUP BY r.figure
),
reporting AS (
    SELECT r.*
    FROM mart.reporting r
    JOIN parameter USING (period)
    WHERE r.top
),
dispute AS (
    SELECT d.*
    FROM mart.disputes d
    JOIN parameter USING (period)
    WHERE d.top AND d.dispute = 'all' AND d.cases IS NOT NULL
),
messages AS (
    SELECT id, zh, en FROM over_time
    UNION ALL
    SELECT 'category_ring', zh || most_zh || '，' || each_zh || '占' || share, 'Most items: ' || en || ', ' || each_en || share
    FROM most
    WHERE subject = 'category'
    UNION ALL
    SELECT 'channel_columns', zh || '发布' || most_zh || '，' || each_zh || '占' || share,
        'Most publications: ' || en || ', ' || each_en || share
    FROM most
    WHERE subject = 'channel'
    UNION ALL
    SELECT 'kind_stack', zh || '公开' || most_zh || '，' || each_zh || size || '条', 'Most items: ' || en || ', ' || each_en || size
    FROM most
    WHERE subject = 'kind'
    UNION ALL
    SELECT
        'items_ranking',
        name || CASE WHEN units > 1 THEN '等' || units || '家' ELSE '' END || '公开最多，' || value || '条',
        'Most items: ' || name || CASE WHEN units > 1 THEN ' and ' || (units - 1) || ' more' ELSE '' END || ', ' || value
    FROM first
    WHERE figure = 'items'
    UNION ALL
    SELECT
        'in_time_ranking',
        name || CASE WHEN units > 1 THEN '等' || units || '家' ELSE '' END || '按时答复率最高，' || value,
        'Most answered in time: ' || name || CASE WHEN units > 1 THEN ' and ' || (units - 1) || ' more' ELSE '' END || ', ' || value
    FROM first
    WHERE figure = 'in_time_rate'
    UNION ALL
    SELECT 'outcome_columns', '申请公开率' || value_text || coalesce('，' || previous_long_zh, ''),
        value_text || ' of requests granted' || coalesce(', ' || previous_long_en, '')
    FROM words
    WHERE figure = 'disclosure_rate' AND value IS NOT NULL
    UNION ALL
    SELECT 'reporting_stack', '已报' || actual || '/' || expected || '家，迟报' || late || '家',
        actual || ' of ' || expected || ' units reported, ' || late || ' late'
    FROM reporting
    UNION ALL
    SELECT 'dispute_stack', '复议诉讼' || cases::BIGINT || '件，纠正' || coalesce(corrected::BIGINT::VARCHAR, '—') || '件',
        cases::BIGINT || ' disputes, ' || coalesce(corrected::BIGINT::VARCHAR, '—') || ' corrected'
    FROM dispute
    UNION ALL
    SELECT 'case_columns', zh || most_zh, 'Most cases: ' || lower(en) FROM most WHERE subject = 'case_kind'
)
SELECT id, zh, en
FROM messages
WHERE zh IS NOT NULL AND en IS NOT NULL
ORDER BY id
