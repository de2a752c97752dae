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
category AS (
    SELECT d.category_zh, d.category_en, round(d.share * 100, 1)::DECIMAL(30, 1)::VARCHAR || '%' AS share
    FROM mart.disclosure d
    JOIN parameter USING (period)
    WHERE d.top AND d.category NOT IN ('total', 'other') AND d.items > 0
    ORDER BY d.items DESC, d.category_position
    LIMIT 1
),
channel AS (
    SELECT c.channel_zh, c.channel_en, round(c.share * 100, 1)::DECIMAL(30, 1)::VARCHAR || '%' AS share
    FROM mart.channels c
    JOIN parameter USING (period)
    WHERE c.top AND c.channel NOT IN ('total', 'other') AND c.publications > 0
    ORDER BY c.publications DESC, c.channel_position
    LIMIT 1
),
kind AS (
    SELECT g.name_zh, g.name_en, format('{:,}', round(g.value, 0)::BIGINT) AS items
    FROM mart.figures g
    JOIN parameter USING (period)
    WHERE g.level = 'kind' AND g.figure = 'items' AND g.value > 0
    ORDER BY g.value DESC, g.scope_position
    LIMIT 1
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
case_kind AS (
    SELECT c.case_kind_zh, c.case_kind_en
    FROM mart.responses c
    JOIN parameter USING (period)
    WHERE c.top AND c.case_kind <> 'total' AND c.received > 0
    ORDER BY c.received DESC, c.case_kind_position
    LIMIT 1
),
messages AS (
    SELECT id, zh, en FROM over_time
    UNION ALL
    SELECT 'category_ring', category_zh || '最多，占' || share, 'Most items: ' || category_en || ', ' || share FROM category
    UNION ALL
    SELECT 'channel_columns', channel_zh || '发布最多，占' || share, 'Most publications: ' || channel_en || ', ' || share
    FROM channel
    UNION ALL
    SELECT 'kind_stack', name_zh || '公开最多，' || items || '条', 'Most items: ' || name_en || ', ' || items FROM kind
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
    SELECT 'case_columns', case_kind_zh || '最多', 'Most cases: ' || lower(case_kind_en) FROM case_kind
)
SELECT id, zh, en
FROM messages
WHERE zh IS NOT NULL AND en IS NOT NULL
ORDER BY id
