-- The predictions, from one period of then or of both: each weighs by how well it predicts the reporting units. error: of a sum the value
-- less the prediction; of a quotient what of the numerator's error the denominator's does not explain. size: what errors grow with. proper: no unit of the group has a numerator over its denominator.
WITH rated AS (
    SELECT p.*, coalesce(r.rate, 0) AS rate, coalesce(r.proper, false) AS proper
    FROM temp.main.estimate_prediction p
    JOIN (
        SELECT grouping, sum(numerator)::DOUBLE / nullif(sum(denominator)::DOUBLE, 0) AS rate,
            bool_and(numerator <= denominator) AS proper
        FROM temp.main.estimate_prediction
        WHERE NOT missing
        GROUP BY grouping
    ) r USING (grouping)
),
missed AS (
    SELECT *,
        numerator::DOUBLE - predicted_numerator
            - rate * (coalesce(denominator, 0)::DOUBLE - coalesce(predicted_denominator, 0)) AS error
    FROM rated
),
tried AS (
    SELECT grouping, base, avg(abs(error) ORDER BY unit) AS off
    FROM missed
    WHERE NOT missing
    GROUP BY grouping, base
),
weighed AS (
    SELECT grouping, base,
        CASE
            WHEN count(*) OVER (PARTITION BY grouping) = 1 THEN 1
            WHEN max(off) OVER (PARTITION BY grouping) = 0 THEN 0.5
            ELSE 1 - off * off / (max(off) OVER (PARTITION BY grouping) ** 2 + min(off) OVER (PARTITION BY grouping) ** 2)
        END::DOUBLE AS weight
    FROM tried
),
combined AS (
    SELECT
        m.grouping, m.unit, m.missing, any_value(m.proper) AS proper,
        sum(w.weight * m.predicted_numerator ORDER BY m.base) AS numerator,
        sum(w.weight * m.predicted_denominator ORDER BY m.base) AS denominator,
        sum(w.weight * m.error ORDER BY m.base) AS error
    FROM missed m
    JOIN weighed w USING (grouping, base)
    GROUP BY m.grouping, m.unit, m.missing
),
typical AS (
    SELECT grouping, avg(abs(coalesce(denominator, numerator)) ORDER BY unit) AS size
    FROM combined
    WHERE NOT missing
    GROUP BY grouping
)
SELECT
    c.*,
    CASE WHEN t.size > 0 THEN abs(coalesce(c.denominator, c.numerator)) + t.size / 10 ELSE 1 END AS size
FROM combined c
JOIN typical t USING (grouping)
