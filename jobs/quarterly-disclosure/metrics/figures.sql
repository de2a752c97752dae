-- Every figure for every scope and period, one row each: the table from which others may go on.
WITH periods AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
),
-- A rate takes both operands from the same returns; a count has no denominator.
usable AS (
    SELECT o.*
    FROM mart.operand o
    JOIN mart.figure f USING (figure)
    WHERE o.numerator IS NOT NULL AND (f.format = 'count' OR o.denominator IS NOT NULL)
),
summed AS (
    SELECT
        o.period, s.level, s.scope, o.figure,
        sum(o.numerator) AS numerator, sum(o.denominator) AS denominator, count(*) AS reported
    FROM usable o
    JOIN mart.scope s USING (period, unit)
    GROUP BY o.period, s.level, s.scope, o.figure
    UNION ALL
    SELECT period, level, scope, 'reporting_rate', actual, expected, actual
    FROM mart.reporting
    UNION ALL
    SELECT period, level, scope, 'on_time_rate', on_time, expected, actual
    FROM mart.reporting
),
framed AS (
    SELECT
        r.period, r.level, r.scope, r.top, r.name_zh, r.name_en, r.position AS scope_position, r.expected,
        t.year, t.number, t.previous AS previous_period, t.last_year AS last_year_period,
        f.figure, f.format, f.flow, s.numerator, s.denominator, coalesce(s.reported, 0) AS reported
    FROM mart.reporting r
    JOIN periods t USING (period)
    CROSS JOIN mart.figure f
    LEFT JOIN summed s USING (period, level, scope, figure)
),
valued AS (
    SELECT *,
        CASE WHEN format = 'count' THEN numerator::DECIMAL(38, 12) ELSE returns.quotient(numerator, denominator) END AS value
    FROM framed
),
accumulated AS (
    SELECT *,
        sum(numerator) OVER year_so_far AS numerator_to_date,
        sum(denominator) OVER year_so_far AS denominator_to_date,
        count(numerator) OVER year_so_far AS quarters_in
    FROM valued
    WINDOW year_so_far AS (PARTITION BY level, scope, figure, year ORDER BY number)
),
compared AS (
    SELECT a.*,
        previous.value AS previous, previous.reported AS previous_reported,
        previous.numerator AS previous_numerator, previous.denominator AS previous_denominator,
        last_year.value AS last_year, last_year.reported AS last_year_reported,
        last_year.numerator AS last_year_numerator, last_year.denominator AS last_year_denominator
    FROM accumulated a
    LEFT JOIN valued previous
        ON (previous.period, previous.level, previous.scope, previous.figure)
            = (a.previous_period, a.level, a.scope, a.figure)
    LEFT JOIN valued last_year
        ON (last_year.period, last_year.level, last_year.scope, last_year.figure)
            = (a.last_year_period, a.level, a.scope, a.figure)
)
-- A count changes in relation to what it was, never to 0 or to nothing; a rate or an average changes by a difference. Changes are
-- made from numerators and denominators, not from quotients that have been rounded.
SELECT
    period, level, scope, top, name_zh, name_en, scope_position, figure, format,
    value, numerator, denominator, reported, expected,
    CASE
        WHEN NOT flow THEN NULL
        WHEN format = 'count' THEN numerator_to_date::DECIMAL(38, 12)
        ELSE returns.quotient(numerator_to_date, denominator_to_date)
    END AS year_to_date,
    CASE WHEN flow THEN quarters_in END AS quarters_in,
    CASE WHEN flow THEN number END AS quarters,
    previous, previous_reported, last_year, last_year_reported,
    CASE
        WHEN format = 'count' THEN returns.quotient(numerator - previous_numerator, previous_numerator)
        ELSE returns.quotient_change(numerator, denominator, previous_numerator, previous_denominator)
    END AS change_previous,
    CASE
        WHEN format = 'count' THEN returns.quotient(numerator - last_year_numerator, last_year_numerator)
        ELSE returns.quotient_change(numerator, denominator, last_year_numerator, last_year_denominator)
    END AS change_last_year
FROM compared
