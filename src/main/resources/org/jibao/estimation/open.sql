-- What is still to be settled, the largest effect first: units that are missing, and unlikely figures without an explanation. effect: by how
-- much the headline figure of the whole that moves most would change, as a part of that figure. A sum moves by the unit's estimate, or by
-- what the cell is off; a quotient by the difference that it has with and without them. A missing unit that cannot be estimated
-- moves the reporting alone, by its equal share.
WITH here AS (
    SELECT job, period
    FROM returns.parameter
),
headlines AS (
    SELECT f.figure, f.position, f.quotient, g.value::DOUBLE AS counted, g.numerator::DOUBLE AS over, g.denominator::DOUBLE AS under
    FROM mart.figure g
    JOIN here USING (period)
    JOIN mart.figure_definition f USING (figure)
    WHERE g.top AND g.dimension = '' AND f.headline AND f.kind NOT IN ('reporting_rate', 'on_time_rate')
),
wholes AS (
    SELECT h.*,
        h.over + coalesce(u.numerator, 0) AS all_over, h.under + coalesce(u.denominator, 0) AS all_under
    FROM headlines h
    LEFT JOIN (
        SELECT figure, sum(numerator)::DOUBLE AS numerator, sum(denominator)::DOUBLE AS denominator
        FROM outlook.estimate_unit
        GROUP BY figure
    ) u USING (figure)
),
missing AS (
    SELECT
        u.unit, u.name, u.position,
        CASE WHEN u.state = 'missing' AND u.held > 0 THEN 'held' ELSE u.state END AS state,
        1 / count(*) OVER () AS share, u.accepted
    FROM returns.reporting_unit u
    JOIN here USING (period)
    QUALIFY NOT u.accepted
),
moved_by_unit AS (
    SELECT e.unit, w.figure, w.position,
        CASE
            WHEN w.quotient THEN 1 - (w.all_over - e.numerator) / nullif(w.all_under - e.denominator, 0)
                * w.all_under / nullif(w.all_over, 0)
            ELSE e.numerator / nullif(w.all_over, 0)
        END AS effect
    FROM outlook.estimate_unit e
    JOIN wholes w USING (figure)
),
cells AS (
    SELECT u.*, row_number() OVER (ORDER BY u.unit, u.fingerprint, u.form, u."row", u."column", u.submission) AS number
    FROM outlook.unlikely_at((SELECT as_of FROM returns.parameter)) u
    JOIN here USING (job, period)
    WHERE u.explanation IS NULL
),
corrected AS (
    SELECT c.number, t.figure,
        sum((coalesce(c.expected, c.slip_value) - c.value)::DOUBLE * t.factor::DOUBLE) FILTER (t.part = 'numerator') AS over,
        sum((coalesce(c.expected, c.slip_value) - c.value)::DOUBLE * t.factor::DOUBLE) FILTER (t.part = 'denominator') AS under
    FROM cells c
    JOIN mart.figure_term t USING (form, "row", "column")
    WHERE t.dimension = '' AND t.weight_form IS NULL
    GROUP BY c.number, t.figure
),
moved_by_cell AS (
    SELECT c.number, h.figure, h.position,
        CASE
            WHEN h.quotient THEN 1 - (h.over + coalesce(c.over, 0)) / nullif(h.under + coalesce(c.under, 0), 0)
                * h.under / nullif(h.over, 0)
            ELSE c.over / nullif(h.over, 0)
        END AS effect
    FROM corrected c
    JOIN headlines h USING (figure)
),
most_of_unit AS (
    SELECT unit, figure, abs(effect) AS effect
    FROM moved_by_unit
    WHERE effect IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY unit ORDER BY abs(effect) DESC, position) = 1
),
most_of_cell AS (
    SELECT number, figure, abs(effect) AS effect
    FROM moved_by_cell
    WHERE effect IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY number ORDER BY abs(effect) DESC, position) = 1
),
items AS (
    SELECT
        'missing' AS kind, m.state, m.unit, m.name, m.position, NULL AS fingerprint, 0 AS number,
        coalesce(o.figure, 'reporting_rate') AS figure, coalesce(o.effect, m.share) AS effect
    FROM missing m
    LEFT JOIN most_of_unit o USING (unit)
    UNION ALL
    SELECT 'unlikely', NULL, c.unit, c.name, u.position, c.fingerprint, c.number, o.figure, coalesce(o.effect, 0)
    FROM cells c
    LEFT JOIN most_of_cell o USING (number)
    LEFT JOIN here h ON TRUE
    LEFT JOIN returns.reporting_unit u ON u.period = h.period AND u.unit = c.unit
),
-- Rounded, so that what differs only in the last bits of a quotient keeps the order of the units.
placed AS (
    SELECT *,
        row_number() OVER (ORDER BY round(effect, 12) DESC, kind, position, unit, number) AS place
    FROM items
),
added AS (
    SELECT *,
        sum(effect) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) AS settled,
        sum(effect) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS whole,
        count(*) OVER () AS lines
    FROM placed
)
SELECT
    h.period, a.place::INTEGER AS position, a.kind, a.state::VARCHAR AS state, a.unit, a.name, a.fingerprint::VARCHAR AS fingerprint,
    a.figure, f.label_zh AS figure_zh, f.label_en AS figure_en, round(a.effect, 12)::DOUBLE AS effect,
    CASE WHEN a.place = a.lines THEN 1 WHEN a.whole > 0 THEN round(least(1, a.settled / a.whole), 12) ELSE a.place / a.lines END::DOUBLE
        AS covered
FROM added a
CROSS JOIN here h
LEFT JOIN mart.figure_definition f USING (figure)
ORDER BY a.place
