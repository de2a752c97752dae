-- Units in order of each ranked figure, the best first; equal values share a rank. What falls short of the minimum denominator, or
-- has no value, is listed apart: no rank, and the reason.
WITH candidates AS (
    SELECT
        g.period, g.scope AS unit, g.name_zh, g.name_en, g.scope_position, g.figure, g.format,
        g.value, g.numerator, g.denominator, f.minimum, u.kind, u.accepted,
        coalesce(f.better = 'down', false) AS least,
        returns.quotient_order(g.numerator, CASE WHEN f.quotient THEN g.denominator ELSE 1 END) AS size,
        g.value IS NOT NULL AND coalesce(g.denominator, f.minimum) >= f.minimum AS ranked
    FROM mart.figure g
    JOIN mart.figure_definition f USING (figure)
    JOIN mart.reporting_unit u ON u.period = g.period AND u.unit = g.scope
    WHERE g.level = 'unit' AND g.dimension = '' AND f.minimum IS NOT NULL
)
SELECT
    period, unit, name_zh, name_en, scope_position, kind, figure, format, value, numerator, denominator, minimum,
    CASE WHEN ranked THEN rank() OVER (PARTITION BY period, figure, ranked ORDER BY CASE WHEN least THEN size END, CASE WHEN NOT least THEN size END DESC) END AS rank,
    CASE WHEN ranked THEN rank() OVER (PARTITION BY period, figure, ranked, kind ORDER BY CASE WHEN least THEN size END, CASE WHEN NOT least THEN size END DESC) END AS rank_in_kind,
    CASE
        WHEN ranked THEN NULL
        WHEN NOT accepted THEN 'no_return'
        WHEN value IS NULL THEN 'no_value'
        ELSE 'below_minimum'
    END AS unranked_because
FROM candidates
