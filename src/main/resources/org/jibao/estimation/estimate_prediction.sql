-- What each missing unit would have, and each reporting unit of its group were it missing: its own value of then times the ratio of the sums
-- of the others, now to then; without a value of then (base 'none') the mean of the others. A unit that moved more than fourfold
-- against the median of its group, and by more than chance, is left out of the ratio.
WITH here AS (
    SELECT period
    FROM returns.parameter
),
groups AS (
    SELECT DISTINCT grouping, figure, of_kind, recent, last_year
    FROM temp.main.estimate_missing
    WHERE basis IS NOT NULL
),
units AS (
    SELECT u.unit, coalesce(u.kind, '') AS kind
    FROM mart.reporting_unit u
    JOIN here USING (period)
),
now AS (
    SELECT g.grouping, k.unit, false AS missing, k.numerator, k.denominator
    FROM groups g
    JOIN here h ON TRUE
    JOIN temp.main.estimate_known k ON k.figure = g.figure AND k.period = h.period
    JOIN units u ON u.unit = k.unit AND (g.of_kind IS NULL OR u.kind = g.of_kind)
    UNION ALL
    SELECT grouping, unit, true, NULL, NULL
    FROM temp.main.estimate_missing
    WHERE basis IS NOT NULL
),
based AS (
    SELECT
        n.*, g.recent IS NULL AS alone, g.last_year IS NOT NULL AS two,
        r.unit IS NOT NULL AS has_recent, y.unit IS NOT NULL AS has_last_year,
        r.numerator AS recent_numerator, r.denominator AS recent_denominator,
        y.numerator AS year_numerator, y.denominator AS year_denominator
    FROM now n
    JOIN groups g USING (grouping)
    LEFT JOIN temp.main.estimate_known r ON r.figure = g.figure AND r.unit = n.unit AND r.period = g.recent
    LEFT JOIN temp.main.estimate_known y ON y.figure = g.figure AND y.unit = n.unit AND y.period = g.last_year
    WHERE (g.recent IS NULL OR r.unit IS NOT NULL) AND (g.last_year IS NULL OR y.unit IS NOT NULL)
),
-- One row an operand and a period of then.
compared AS (
    SELECT grouping, unit, missing, 'numerator' AS operand, CASE WHEN alone THEN 'none' ELSE 'recent' END AS base,
        numerator AS value, CASE WHEN alone THEN 1 ELSE recent_numerator END AS past
    FROM based
    UNION ALL
    SELECT grouping, unit, missing, 'denominator', CASE WHEN alone THEN 'none' ELSE 'recent' END,
        denominator, CASE WHEN alone THEN 1 ELSE recent_denominator END
    FROM based
    UNION ALL
    SELECT grouping, unit, missing, 'numerator', 'last_year', numerator, year_numerator
    FROM based
    WHERE two
    UNION ALL
    SELECT grouping, unit, missing, 'denominator', 'last_year', denominator, year_denominator
    FROM based
    WHERE two
),
middle AS (
    SELECT grouping, operand, base, median(value::DOUBLE / past::DOUBLE) FILTER (past > 0) AS ratio
    FROM compared
    WHERE NOT missing
    GROUP BY grouping, operand, base
),
kept AS (
    SELECT
        c.*,
        NOT (base <> 'none' AND m.ratio > 0
            AND (c.value > 4 * m.ratio * c.past OR 4 * c.value < m.ratio * c.past)
            AND abs(c.value - m.ratio * c.past) > 3 * sqrt(abs(m.ratio * c.past))) AS kept
    FROM compared c
    LEFT JOIN middle m USING (grouping, operand, base)
),
summed AS (
    SELECT
        grouping, operand, base,
        sum(value) FILTER (kept)::DECIMAL(38, 8) AS value, sum(past) FILTER (kept)::DECIMAL(38, 8) AS past,
        sum(value)::DECIMAL(38, 8) AS whole, count(*) AS peers
    FROM kept
    WHERE NOT missing
    GROUP BY grouping, operand, base
),
others AS (
    SELECT
        k.grouping, k.unit, k.missing, k.operand, k.base, k.value, k.past,
        CASE WHEN k.missing OR NOT k.kept THEN s.value ELSE s.value - k.value END::DOUBLE AS sum_now,
        CASE WHEN k.missing OR NOT k.kept THEN s.past ELSE s.past - k.past END::DOUBLE AS sum_then,
        CASE WHEN k.missing THEN s.whole::DOUBLE / s.peers ELSE (s.whole - k.value)::DOUBLE / (s.peers - 1) END AS mean
    FROM kept k
    JOIN summed s USING (grouping, operand, base)
)
SELECT
    grouping, unit, missing, base,
    max(value) FILTER (operand = 'numerator') AS numerator, max(value) FILTER (operand = 'denominator') AS denominator,
    max(CASE WHEN sum_then > 0 THEN past::DOUBLE * sum_now / sum_then ELSE mean END) FILTER (operand = 'numerator')
        AS predicted_numerator,
    max(CASE WHEN sum_then > 0 THEN past::DOUBLE * sum_now / sum_then ELSE mean END) FILTER (operand = 'denominator')
        AS predicted_denominator
FROM others
GROUP BY grouping, unit, missing, base
