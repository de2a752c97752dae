-- How far off the predictions of each group are. Errors grow with the size of a unit, by one of three powers: the one under which the errors
-- of the reporting units are likeliest. For a power of 1 of size: the error of one unit (which nine in ten of the reporting units stay
-- within, were they missing) and of many (the same of errors that add up, by Student's t). sizes and powers: the sums of the
-- reporting units, of which the ratio's own error is made.
WITH powers AS (
    SELECT e.grouping, e.unit, e.error, e.size, p.power, e.size ** (2 * p.power) AS variance
    FROM temp.main.estimate_error e
    CROSS JOIN (VALUES (0.5), (0.75), (1.0)) AS p (power)
    WHERE NOT e.missing
),
likely AS (
    SELECT grouping, power,
        sum(size ORDER BY unit) AS sizes, sum(variance ORDER BY unit) AS variances, count(*) AS peers
    FROM powers
    GROUP BY grouping, power
    QUALIFY row_number() OVER (
        PARTITION BY grouping
        ORDER BY peers * ln(greatest(avg(abs(error) / sqrt(variance) ORDER BY unit), 1e-300)) + sum(ln(sqrt(variance)) ORDER BY unit), power) = 1
),
scaled AS (
    SELECT
        p.grouping, p.unit, l.power, l.sizes, l.variances, l.peers,
        abs(p.error) / sqrt(p.variance
            + p.size ** 2 * greatest(l.variances - p.variance, 0) / greatest(l.sizes - p.size, p.size) ** 2) AS off
    FROM powers p
    JOIN likely l USING (grouping, power)
),
placed AS (
    SELECT *, row_number() OVER (PARTITION BY grouping ORDER BY off, unit) AS place
    FROM scaled
),
ninth AS (
    SELECT *, max(off) FILTER (place = least(peers, ceil(0.9 * (peers + 1)))) OVER (PARTITION BY grouping) AS one
    FROM placed
),
-- An error over twice the one counts as twice: one slip of the pen does not widen all ranges.
spread AS (
    SELECT
        grouping, any_value(power) AS power, any_value(sizes) AS sizes, any_value(variances) AS variances,
        any_value(peers) AS peers, any_value(one) AS one,
        sqrt(avg(least(off, 2 * one) ** 2 ORDER BY place))
            * (1.645 + 1.524 / (any_value(peers) - 1) + 1.42 / (any_value(peers) - 1) ** 2) AS many
    FROM ninth
    GROUP BY grouping
)
-- Of fewer than nine, the largest error is not yet one that nine in ten stay within.
SELECT grouping, power, sizes, variances, many, CASE WHEN peers < 9 THEN greatest(one, many) ELSE one END AS one
FROM spread
