-- What each unit that owes the return now had in each figure, in this period, the five before it and the same of last year. Where it came of others, these count
-- for it, if all of them have the figure. Built-in rates and what is measured of single entries (median, longest) cannot be estimated.
WITH here AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job, period)
),
recent AS (
    SELECT t.period
    FROM intake.period t
    JOIN here h ON h.job = t.job AND t.period <= h.period
    QUALIFY row_number() OVER (ORDER BY t.period DESC) <= 6 OR t.period = h.last_year
),
members AS (
    SELECT s.period, s.scope AS unit, s.unit AS member, count(*) OVER (PARTITION BY s.period, s.scope) AS members
    FROM mart.scope s
    JOIN recent USING (period)
    JOIN here h ON TRUE
    JOIN mart.reporting_unit u ON u.period = h.period AND u.unit = s.scope
    WHERE s.level = 'unit'
)
SELECT
    m.period, m.unit, o.figure,
    sum(o.numerator)::DECIMAL(38, 8) AS numerator,
    CASE WHEN any_value(f.quotient) THEN sum(o.denominator)::DECIMAL(38, 8) END AS denominator
FROM members m
JOIN mart.figure_operand o ON o.period = m.period AND o.unit = m.member
JOIN mart.figure_definition f USING (figure)
WHERE o.dimension = '' AND f.kind NOT IN ('reporting_rate', 'on_time_rate', 'median', 'longest')
    AND o.numerator IS NOT NULL AND (NOT f.quotient OR o.denominator IS NOT NULL)
GROUP BY m.period, m.unit, o.figure
HAVING count(*) = any_value(m.members)
