-- What every figure of the whole would be about with the units that are missing.
WITH shown AS (
    SELECT f.position, f.label_zh, f.label_en, f.unit_zh, f.unit_en, e.reported, e.expected, e.estimated,
        list_transform(
            [e.counted, e.estimate, e.low, e.high],
            lambda x: CASE
                WHEN x IS NULL THEN '—'
                WHEN f.format = 'rate' THEN round(x * 100, 2)::DECIMAL(30, 2)::VARCHAR || '%'
                WHEN f.format = 'count' THEN format('{:,}', round(x, 0)::BIGINT)
                WHEN f.format = 'days' THEN round(x, 1)::DECIMAL(30, 1)::VARCHAR
                ELSE round(x, 2)::DECIMAL(30, 2)::VARCHAR
            END) AS texts
    FROM outlook.estimate e
    JOIN returns.parameter p USING (job, period)
    JOIN mart.figure g ON g.period = e.period AND g.level = e.level AND g.scope = e.scope AND g.figure = e.figure AND g.dimension = ''
    JOIN mart.figure_definition f ON f.figure = e.figure
    WHERE g.top
)
SELECT label_zh, label_en, unit_zh, unit_en, reported || '/' || expected AS coverage, texts[1] AS counted, estimated AS estimated_units,
    texts[2] AS estimate, texts[3] || '–' || texts[4] AS range
FROM shown
ORDER BY position
