-- Each figure of each unit without an accepted return, with what it is estimated from: the units of one group (its kind or, where fewer than five
-- of these can be compared, all), its last known period and the same period of last year. No group: it is not estimated.
WITH here AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job, period)
),
units AS (
    SELECT u.unit, coalesce(u.kind, '') AS kind, u.accepted
    FROM mart.reporting_unit u
    JOIN here USING (period)
),
known AS (
    SELECT k.figure, k.unit, u.kind, k.period
    FROM temp.main.estimate_known k
    JOIN units u USING (unit)
),
missing AS (
    SELECT
        u.unit, u.kind, f.figure,
        max(k.period) AS recent,
        max(k.period) FILTER (k.period = h.last_year) AS last_year
    FROM units u
    CROSS JOIN here h
    CROSS JOIN (SELECT DISTINCT figure FROM known) f
    LEFT JOIN known k ON k.unit = u.unit AND k.figure = f.figure
    WHERE NOT u.accepted
    GROUP BY u.unit, u.kind, f.figure, h.period
    HAVING max(k.period) IS DISTINCT FROM h.period
),
wanted AS (
    SELECT DISTINCT figure, kind, recent, CASE WHEN last_year < recent THEN last_year END AS last_year
    FROM missing
),
-- In this order: its kind before all units, both periods before one.
tried AS (
    SELECT w.*, t.preference, CASE WHEN t.of_kind THEN w.kind END AS of_kind, CASE WHEN t.of_both THEN w.last_year END AS base
    FROM wanted w
    JOIN (VALUES (1, true, true), (2, false, true), (3, true, false), (4, false, false)) AS t (preference, of_kind, of_both)
        ON (t.of_both OR w.last_year IS NOT NULL) AND (t.of_kind OR w.recent IS NOT NULL)
),
compared AS (
    SELECT t.figure, t.kind, t.recent, t.last_year, t.preference, t.of_kind, t.base, count(*) AS peers
    FROM tried t
    JOIN here h ON TRUE
    JOIN known n ON n.figure = t.figure AND n.period = h.period AND (t.of_kind IS NULL OR n.kind = t.of_kind)
    LEFT JOIN known r ON r.figure = n.figure AND r.unit = n.unit AND r.period = t.recent
    LEFT JOIN known y ON y.figure = n.figure AND y.unit = n.unit AND y.period = t.base
    WHERE (t.recent IS NULL OR r.unit IS NOT NULL) AND (t.base IS NULL OR y.unit IS NOT NULL)
    GROUP BY t.figure, t.kind, t.recent, t.last_year, t.preference, t.of_kind, t.base
    HAVING count(*) >= 5
        -- What few of a kind have at all, a unit of which nothing is known may not have either.
        AND (t.recent IS NOT NULL
            OR count(*) >= 0.8 * (SELECT count(*) FROM units u WHERE u.accepted AND u.kind = t.of_kind))
),
chosen AS (
    SELECT *
    FROM compared
    QUALIFY row_number() OVER (PARTITION BY figure, kind, recent, last_year ORDER BY preference) = 1
)
SELECT
    m.unit, m.figure, c.of_kind, m.recent, c.base AS last_year,
    CASE WHEN c.peers IS NULL THEN NULL
        ELSE dense_rank() OVER (ORDER BY m.figure, c.of_kind, m.recent, c.base) END AS grouping,
    CASE WHEN c.peers IS NULL THEN NULL WHEN m.recent IS NULL THEN 'kind' ELSE 'own' END AS basis
FROM missing m
LEFT JOIN chosen c ON c.figure = m.figure AND c.kind = m.kind AND c.recent IS NOT DISTINCT FROM m.recent
    AND c.last_year IS NOT DISTINCT FROM CASE WHEN m.last_year < m.recent THEN m.last_year END
