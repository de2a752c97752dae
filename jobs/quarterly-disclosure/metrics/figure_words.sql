-- The top scope's figures as they are spoken of: rounded half up for display, with their changes in words, and for how
-- many periods in succession a figure has risen (streak above 0) or fallen (below 0).
WITH figures AS (
    SELECT g.*, f.position, f.zh, f.en, f.unit_zh, f.unit_en
    FROM mart.figures g
    JOIN mart.figure f USING (figure)
    WHERE g.top
),
-- A run ends where the direction turns; a period that cannot be compared ends it too.
moved AS (
    SELECT *, sign(change_previous) AS direction
    FROM figures
),
turned AS (
    SELECT *, direction IS DISTINCT FROM lag(direction) OVER (PARTITION BY figure ORDER BY period) AS turn
    FROM moved
),
runs AS (
    SELECT *, sum(turn::INTEGER) OVER (PARTITION BY figure ORDER BY period) AS run
    FROM turned
),
streaks AS (
    SELECT *, (direction * row_number() OVER (PARTITION BY figure, run ORDER BY period))::INTEGER AS streak
    FROM runs
),
changes AS (
    SELECT period, figure, format, 'previous' AS basis, '上季' AS basis_zh, 'the previous quarter' AS basis_en,
        change_previous AS change
    FROM figures
    UNION ALL
    SELECT period, figure, format, 'last_year', '上年同期', 'the same quarter of last year', change_last_year
    FROM figures
),
sized AS (
    SELECT *,
        CASE format
            WHEN 'count' THEN round(abs(change) * 100, 1)::DECIMAL(30, 1)::VARCHAR
            WHEN 'rate' THEN round(abs(change) * 100, 2)::DECIMAL(30, 2)::VARCHAR
            ELSE round(abs(change), 1)::DECIMAL(30, 1)::VARCHAR
        END AS size,
        CASE WHEN change > 0 THEN '+' ELSE '-' END AS plus_minus
    FROM changes
),
named AS (
    SELECT *,
        -- What rounds to nothing is no change.
        size IN ('0.0', '0.00') AS unchanged,
        size || CASE format WHEN 'count' THEN '%' WHEN 'rate' THEN '个百分点' ELSE '天' END AS size_zh,
        size || CASE format WHEN 'count' THEN '%' WHEN 'rate' THEN ' points' ELSE ' days' END AS size_en,
        CASE
            WHEN change < 0 THEN '下降'
            WHEN format = 'count' THEN '增长'
            ELSE '上升'
        END AS verb_zh,
        CASE WHEN change < 0 THEN 'down' ELSE 'up' END AS verb_en
    FROM sized
),
said AS (
    SELECT period, figure, basis,
        CASE WHEN unchanged THEN '持平' ELSE plus_minus || size_zh END AS short_zh,
        CASE WHEN unchanged THEN 'unchanged' ELSE plus_minus || size_en END AS short_en,
        CASE WHEN unchanged THEN '与' || basis_zh || '持平' ELSE '比' || basis_zh || verb_zh || size_zh END AS long_zh,
        CASE WHEN unchanged THEN 'unchanged from ' || basis_en
            ELSE verb_en || ' ' || size_en || ' on ' || basis_en END AS long_en
    FROM named
    WHERE change IS NOT NULL
)
SELECT
    s.period, s.figure, s.position, s.zh, s.en, s.unit_zh, s.unit_en, s.format,
    s.value, s.numerator, s.denominator, s.reported, s.expected, s.previous_reported,
    s.year_to_date, s.quarters_in, s.quarters, s.streak,
    CASE s.format
        WHEN 'count' THEN format('{:,}', round(s.value, 0)::BIGINT)
        WHEN 'rate' THEN round(s.value * 100, 2)::DECIMAL(30, 2)::VARCHAR || '%'
        ELSE round(s.value, 1)::DECIMAL(30, 1)::VARCHAR
    END AS value_text,
    CASE s.format
        WHEN 'count' THEN format('{:,}', round(s.year_to_date, 0)::BIGINT)
        WHEN 'rate' THEN round(s.year_to_date * 100, 2)::DECIMAL(30, 2)::VARCHAR || '%'
        ELSE round(s.year_to_date, 1)::DECIMAL(30, 1)::VARCHAR
    END AS year_to_date_text,
    -- A count of more or fewer units than before changes by that too: whoever speaks of the change must say so.
    CASE
        WHEN s.format = 'count' AND p.period IS NOT NULL AND s.reported <> s.previous_reported
            THEN '（本季' || s.reported || '家，上季' || s.previous_reported || '家）'
        ELSE ''
    END AS coverage_changed_zh,
    CASE
        WHEN s.format = 'count' AND p.period IS NOT NULL AND s.reported <> s.previous_reported
            THEN ' (' || s.reported || ' units, ' || s.previous_reported || ' before)'
        ELSE ''
    END AS coverage_changed_en,
    p.short_zh AS previous_short_zh, p.short_en AS previous_short_en,
    p.long_zh AS previous_long_zh, p.long_en AS previous_long_en,
    l.short_zh AS last_year_short_zh, l.short_en AS last_year_short_en,
    l.long_zh AS last_year_long_zh, l.long_en AS last_year_long_en
FROM streaks s
LEFT JOIN said p ON (p.period, p.figure) = (s.period, s.figure) AND p.basis = 'previous'
LEFT JOIN said l ON (l.period, l.figure) = (s.period, s.figure) AND l.basis = 'last_year'
