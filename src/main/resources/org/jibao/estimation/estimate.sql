-- What each figure would be about with the units that are missing, beside what is counted: of the whole, kinds and upper units, where a unit is
-- missing. The range holds the figure in about nine of ten cases. estimated: of the missing units those that could be estimated.
WITH here AS (
    SELECT period
    FROM returns.parameter
),
scopes AS (
    SELECT s.level, s.scope, s.unit
    FROM mart.scope s
    JOIN here USING (period)
    WHERE s.level <> 'unit'
),
counted AS (
    SELECT g.level, g.scope, g.figure, g.value, g.numerator, g.denominator, g.reported, g.expected, f.quotient, f.format
    FROM mart.figure g
    JOIN here USING (period)
    JOIN mart.figure_definition f USING (figure)
    WHERE g.level <> 'unit' AND g.dimension = ''
),
added AS (
    SELECT
        s.level, s.scope, u.figure,
        sum(u.numerator)::DECIMAL(38, 8) AS numerator, sum(u.denominator)::DECIMAL(38, 8) AS denominator,
        min(u.numerator) >= 0 AS positive, count(*) AS estimated,
        string_agg(DISTINCT u.basis, '+' ORDER BY u.basis) AS basis
    FROM outlook.estimate_unit u
    JOIN scopes s USING (unit)
    GROUP BY s.level, s.scope, u.figure
),
grouped AS (
    SELECT s.level, s.scope, m.figure, m.grouping, count(*) AS units,
        sum(e.size ORDER BY e.unit) AS size, sum(e.size ** (2 * p.power) ORDER BY e.unit) AS variance,
        bool_and(e.proper) AS proper
    FROM temp.main.estimate_missing m
    JOIN temp.main.estimate_error e USING (grouping, unit)
    JOIN temp.main.estimate_spread p USING (grouping)
    JOIN scopes s ON s.unit = m.unit
    WHERE e.missing
    GROUP BY s.level, s.scope, m.figure, m.grouping
),
-- The errors of the units themselves, and that of the ratio, which they share; a tenth more, as weights and powers were chosen for the units
-- whose errors these are.
spread AS (
    SELECT g.level, g.scope, g.figure, bool_and(g.proper) AS proper,
        1.1 * sqrt(sum((g.variance + g.size ** 2 * p.variances / p.sizes ** 2)
            * (p.one ** 2 / g.units + p.many ** 2 * (1 - 1 / g.units)) ORDER BY g.grouping)) AS off
    FROM grouped g
    JOIN temp.main.estimate_spread p USING (grouping)
    GROUP BY g.level, g.scope, g.figure
),
estimated AS (
    SELECT
        c.*, a.positive, a.estimated, a.basis,
        coalesce(c.numerator, 0) + a.numerator AS over,
        CASE WHEN c.quotient THEN coalesce(c.denominator, 0) + a.denominator END AS under,
        p.off, p.proper
    FROM counted c
    JOIN added a USING (level, scope, figure)
    JOIN spread p USING (level, scope, figure)
),
ranged AS (
    SELECT *,
        CASE WHEN quotient THEN over::DOUBLE / nullif(under::DOUBLE, 0) ELSE over::DOUBLE END AS estimate,
        CASE WHEN quotient THEN off / nullif(abs(under::DOUBLE), 0) ELSE off END AS half
    FROM estimated
)
SELECT
    h.period, r.level, r.scope, r.figure, '' AS dimension, '' AS item, r.value AS counted,
    TRY_CAST(r.estimate AS DECIMAL(38, 12)) AS estimate,
    TRY_CAST(greatest(
        r.estimate - r.half,
        CASE WHEN r.format = 'rate' THEN 0 WHEN NOT r.quotient AND r.positive THEN coalesce(r.numerator, 0)::DOUBLE END
    ) AS DECIMAL(38, 12)) AS low,
    TRY_CAST(least(r.estimate + r.half, CASE WHEN r.proper THEN greatest(1, r.estimate) END) AS DECIMAL(38, 12)) AS high,
    r.reported, r.expected, r.estimated, r.basis
FROM ranged r
CROSS JOIN here h
WHERE TRY_CAST(r.estimate + r.half AS DECIMAL(38, 12)) IS NOT NULL
ORDER BY r.level, r.scope, r.figure
