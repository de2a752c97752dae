-- The three things to know: who reported, what was disclosed, how people were answered. A clause of which a figure is
-- missing is left out, never filled.
WITH parameter AS (
    SELECT period FROM returns.parameter
),
words AS (
    SELECT w.*
    FROM mart.figure_words w
    JOIN parameter USING (period)
),
reporting AS (
    SELECT r.*
    FROM mart.reporting r
    JOIN parameter USING (period)
    WHERE r.top
),
absent AS (
    SELECT
        string_agg(name, '、' ORDER BY position) AS names_zh,
        string_agg(name, ', ' ORDER BY position) AS names_en,
        count(*) AS units
    FROM (
        SELECT u.name, u.position
        FROM mart.reporting_unit u
        JOIN parameter USING (period)
        WHERE NOT u.accepted
        ORDER BY u.position
        LIMIT 3
    )
),
first_category AS (
    SELECT first(category_zh ORDER BY category_position) AS category_zh, first(category_en ORDER BY category_position) AS category_en,
        count(*) AS categories, round(any_value(share) * 100, 2)::DECIMAL(30, 2)::VARCHAR || '%' AS share
    FROM (
        SELECT d.*, rank() OVER (ORDER BY d.items DESC) AS place
        FROM mart.disclosure d
        JOIN parameter USING (period)
        WHERE d.top AND d.category NOT IN ('total', 'other') AND d.items > 0
    )
    WHERE place = 1
    HAVING count(*) > 0
),
last_unit AS (
    SELECT first(name_zh ORDER BY scope_position) AS name_zh, count(*) AS units,
        round(any_value(value) * 100, 2)::DECIMAL(30, 2)::VARCHAR || '%' AS value
    FROM (
        SELECT r.*, max(r.rank) OVER () AS last_rank
        FROM mart.ranking r
        JOIN parameter USING (period)
        WHERE r.figure = 'in_time_rate' AND r.rank IS NOT NULL
    )
    WHERE rank = last_rank
    HAVING count(*) > 0
),
sentences AS (
    SELECT
        1 AS number,
        '应报' || r.expected || '家，已报' || r.actual || '家，报送率' || w.value_text
            || coalesce('，' || w.previous_long_zh, '')
            || CASE WHEN r.late > 0 THEN '，其中迟报' || r.late || '家' WHEN r.actual > 0 THEN '，已报的全部按时' ELSE '' END
            || CASE
                WHEN a.units = 0 THEN '。'
                ELSE '；未形成有效报表的有' || a.names_zh
                    || CASE WHEN r.expected - r.actual > a.units THEN '等' || (r.expected - r.actual) || '家。' ELSE '。' END
            END AS zh,
        r.actual || ' of ' || r.expected || ' units reported (' || w.value_text || ')'
            || coalesce(', ' || w.previous_long_en, '')
            || CASE WHEN r.late > 0 THEN ', ' || r.late || ' of them late' WHEN r.actual > 0 THEN ', all of these on time' ELSE '' END
            || CASE
                WHEN a.units = 0 THEN '.'
                ELSE '; no valid return from ' || a.names_en
                    || CASE WHEN r.expected - r.actual > a.units
                        THEN ' and ' || (r.expected - r.actual - a.units) || ' more.' ELSE '.' END
            END AS en
    FROM reporting r
    JOIN words w ON w.figure = 'reporting_rate'
    CROSS JOIN absent a
    UNION ALL
    SELECT
        2,
        '主动公开信息' || w.value_text || '条' || coalesce('，' || w.previous_long_zh || w.coverage_changed_zh, '')
            || coalesce('，' || w.last_year_long_zh, '')
            || coalesce('；' || c.category_zh
                || CASE WHEN c.categories > 1 THEN '等' || c.categories || '类并列最多，各占' ELSE '最多，占' END || c.share, '') || '（' || w.reported || '/' || w.expected || '家）。',
        w.value_text || ' items disclosed' || coalesce(', ' || w.previous_long_en || w.coverage_changed_en, '')
            || coalesce(', ' || w.last_year_long_en, '')
            || coalesce('; most of them ' || lower(c.category_en)
                || CASE WHEN c.categories > 1 THEN ' and ' || (c.categories - 1) || ' more, each ' ELSE ', ' END || c.share, '')
            || ' (' || w.reported || '/' || w.expected || ' units).'
    FROM words w
    LEFT JOIN first_category c ON true
    WHERE w.figure = 'items' AND w.value IS NOT NULL
    UNION ALL
    SELECT
        3,
        '诉求按时答复率' || w.value_text
            || coalesce(CASE
                WHEN w.streak >= 2 THEN '，连续' || w.streak || '季上升'
                WHEN w.streak <= -2 THEN '，连续' || -w.streak || '季下降'
                ELSE '，' || w.previous_long_zh
            END, '')
            || coalesce('；最低的是' || l.name_zh || CASE WHEN l.units > 1 THEN '等' || l.units || '家' ELSE '' END || '，' || l.value, '') || '（' || w.reported || '/' || w.expected || '家）。',
        w.value_text || ' of cases answered in time'
            || coalesce(CASE
                WHEN w.streak >= 2 THEN ', up for ' || w.streak || ' quarters in succession'
                WHEN w.streak <= -2 THEN ', down for ' || -w.streak || ' quarters in succession'
                ELSE ', ' || w.previous_long_en
            END, '')
            || coalesce('; lowest ' || l.name_zh || CASE WHEN l.units > 1 THEN ' and ' || (l.units - 1) || ' more' ELSE '' END || ', ' || l.value, '') || ' (' || w.reported || '/' || w.expected || ' units).'
    FROM words w
    LEFT JOIN last_unit l ON true
    WHERE w.figure = 'in_time_rate' AND w.value IS NOT NULL
)
SELECT number, zh AS sentence_zh, en AS sentence_en
FROM sentences
ORDER BY number
