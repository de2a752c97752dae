-- What the sentences of the leaders' page and the titles of charts are made from: the reporting, every figure of the whole, the largest
-- part of each breakdown, and the first and last of each ranking.
WITH here AS (
    SELECT g.*, f.label_zh, f.label_en, f.unit_zh, f.unit_en, f.quotient, f.headline,
        -- Where other units count than before, the change is that of the units that count in both.
        CASE
            WHEN (g.reported <> g.previous_reported OR g.alike_units <> g.reported) AND g.change_alike IS NOT NULL THEN g.change_alike
            ELSE g.change_previous
        END AS fair_change
    FROM mart.figure g
    JOIN mart.figure_definition f USING (figure)
    WHERE g.top
),
-- A run ends where the direction turns; a period that cannot be compared ends it too.
turned AS (
    SELECT period, figure, sign(fair_change) AS direction,
        sign(fair_change) IS DISTINCT FROM lag(sign(fair_change)) OVER (PARTITION BY figure ORDER BY period) AS turn
    FROM here
    WHERE dimension = ''
),
runs AS (
    SELECT *, sum(turn::INTEGER) OVER (PARTITION BY figure ORDER BY period) AS run
    FROM turned
),
streaks AS (
    SELECT period, figure, (direction * row_number() OVER (PARTITION BY figure, run ORDER BY period))::INTEGER AS streak
    FROM runs
),
parts AS (
    SELECT period, figure, dimension, item_zh, item_en, item_position, share, value,
        rank() OVER (PARTITION BY period, figure, dimension ORDER BY value DESC) AS place,
        count(*) OVER (PARTITION BY period, figure, dimension) AS parts
    FROM here
    WHERE dimension <> '' AND value IS NOT NULL AND value > 0
),
largest AS (
    SELECT period, figure, dimension,
        first(item_zh ORDER BY item_position) AS name_zh, first(item_en ORDER BY item_position) AS name_en,
        count(*) AS ties, any_value(share) AS share, any_value(value) AS value, any_value(parts) AS others
    FROM parts
    WHERE place = 1
    GROUP BY period, figure, dimension
),
placed AS (
    SELECT *, max(rank) OVER (PARTITION BY period, figure) AS last_rank, count(rank) OVER (PARTITION BY period, figure) AS ranked
    FROM mart.ranking
    WHERE rank IS NOT NULL
),
ends AS (
    SELECT period, figure, CASE WHEN rank = 1 THEN 'first' ELSE 'last' END AS subject,
        first(name_zh ORDER BY scope_position) AS name_zh, first(name_en ORDER BY scope_position) AS name_en,
        count(*) AS ties, any_value(value) AS value, any_value(ranked) AS others
    FROM placed
    WHERE last_rank > 1 AND (rank = 1 OR rank = last_rank)
    GROUP BY period, figure, rank
)
SELECT
    'figure' AS subject, h.figure, '' AS dimension, h.position, h.label_zh, h.label_en, h.unit_zh, h.unit_en, h.format, h.quotient,
    h.headline, h.value, h.change_previous, h.change_last_year, h.change_alike, h.alike_units, h.change_alike_last_year, h.alike_units_last_year,
    h.reported, h.previous_reported, h.last_year_reported, h.expected, h.target_operator, h.target, h.target_standing, h.target_difference, s.streak,
    NULL AS name_zh, NULL AS name_en, NULL AS ties, NULL AS share, NULL AS others, h.numerator
FROM here h
JOIN returns.parameter p USING (period)
LEFT JOIN streaks s USING (period, figure)
WHERE h.dimension = ''
UNION ALL
SELECT
    'part', h.figure, l.dimension, h.position, h.label_zh, h.label_en, h.unit_zh, h.unit_en, h.format, h.quotient,
    h.headline, l.value, NULL, NULL, NULL, NULL, NULL, NULL, h.reported, NULL, NULL, h.expected, NULL, NULL, NULL, NULL, NULL,
    l.name_zh, l.name_en, l.ties, l.share, l.others, NULL
FROM largest l
JOIN returns.parameter p USING (period)
JOIN here h ON (h.period, h.figure, h.dimension) = (l.period, l.figure, '')
UNION ALL
SELECT
    e.subject, h.figure, '', h.position, h.label_zh, h.label_en, h.unit_zh, h.unit_en, h.format, h.quotient,
    h.headline, e.value, NULL, NULL, NULL, NULL, NULL, NULL, h.reported, NULL, NULL, h.expected, NULL, NULL, NULL, NULL, NULL,
    e.name_zh, e.name_en, e.ties, NULL, e.others, NULL
FROM ends e
JOIN returns.parameter p USING (period)
JOIN here h ON (h.period, h.figure, h.dimension) = (e.period, e.figure, '')
UNION ALL
-- The units that a headline counts, for the sentences that name them.
SELECT
    'unit', g.figure, '', g.scope_position, NULL, NULL, NULL, NULL, g.format, NULL,
    NULL, g.value, NULL, NULL, NULL, NULL, NULL, NULL, g.reported, NULL, NULL, g.expected, NULL, NULL, NULL, NULL, NULL,
    g.name_zh, g.name_en, NULL, NULL, NULL, NULL
FROM mart.figure g
JOIN returns.parameter p USING (period)
JOIN mart.figure_definition f USING (figure)
WHERE g.level = 'unit' AND g.dimension = '' AND f.headline AND NOT f.quotient AND g.value > 0
UNION ALL
SELECT
    'absent', 'reporting_rate', '', u.position, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.actual, NULL, NULL, r.expected, NULL, NULL, NULL, NULL, NULL,
    u.name, u.name, NULL, NULL, NULL, NULL
FROM mart.reporting_unit u
JOIN returns.parameter p USING (period)
JOIN mart.reporting r ON r.period = u.period AND r.top
WHERE NOT u.accepted
ORDER BY position, subject, dimension
