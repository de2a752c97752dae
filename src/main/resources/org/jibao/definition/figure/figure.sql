-- Every figure for every scope and period, whole and broken down: the table that everything shown is made from.
WITH periods AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
),
-- A quotient takes both operands from the same returns.
usable AS (
    SELECT o.*
    FROM mart.figure_operand o
    JOIN mart.figure_definition f USING (figure)
    WHERE o.numerator IS NOT NULL AND (NOT f.quotient OR o.denominator IS NOT NULL)
),
summed AS (
    SELECT
        o.period, s.level, s.scope, o.figure, o.dimension, o.item,
        sum(o.numerator)::DECIMAL(38, 8) AS numerator, sum(o.denominator)::DECIMAL(38, 8) AS denominator,
        count(*) AS reported
    FROM usable o
    JOIN mart.scope s USING (period, unit)
    GROUP BY o.period, s.level, s.scope, o.figure, o.dimension, o.item
    UNION ALL
    SELECT period, level, scope, 'reporting_rate', '', '', actual, expected, actual
    FROM mart.reporting
    UNION ALL
    SELECT period, level, scope, 'on_time_rate', '', '', on_time, expected, actual
    FROM mart.reporting${medians}
),
-- Keys and numbers alone: what things are called is joined at the end.
framed AS (
    SELECT
        r.period, r.level, r.scope, t.year, t.number, t.previous AS previous_period, t.last_year AS last_year_period,
        i.figure, i.dimension, i.item, f.quotient, f.adds, s.numerator, s.denominator, coalesce(s.reported, 0) AS reported
    FROM mart.reporting r
    JOIN periods t USING (period)
    CROSS JOIN mart.figure_item i
    JOIN mart.figure_definition f USING (figure)
    LEFT JOIN summed s USING (period, level, scope, figure, dimension, item)
    -- A unit's parts that it has not are left out.
    WHERE i.dimension = '' OR r.level <> 'unit' OR s.figure IS NOT NULL
),
valued AS (
    SELECT *,
        CASE WHEN quotient THEN returns.quotient(numerator, denominator) ELSE numerator::DECIMAL(38, 12) END AS value
    FROM framed
),
accumulated AS (
    SELECT *,
        sum(numerator) OVER year_so_far AS numerator_to_date,
        sum(denominator) OVER year_so_far AS denominator_to_date,
        count(numerator) OVER year_so_far AS periods_in
    FROM valued
    WINDOW year_so_far AS (PARTITION BY level, scope, figure, dimension, item, year ORDER BY number)
),
-- Like for like: both sides of the units that count in both periods.
paired AS (
    SELECT
        o.period, o.unit, o.figure, o.dimension, o.item, o.numerator, o.denominator,
        b.numerator AS base_numerator, b.denominator AS base_denominator
    FROM usable o
    JOIN periods t USING (period)
    JOIN usable b
        ON (b.period, b.unit, b.figure, b.dimension, b.item) = (t.previous, o.unit, o.figure, o.dimension, o.item)
),
alike AS (
    SELECT
        p.period, s.level, s.scope, p.figure, p.dimension, p.item, count(*) AS alike_units,
        sum(p.numerator)::DECIMAL(38, 8) AS alike_numerator, sum(p.denominator)::DECIMAL(38, 8) AS alike_denominator,
        sum(p.base_numerator)::DECIMAL(38, 8) AS alike_base_numerator,
        sum(p.base_denominator)::DECIMAL(38, 8) AS alike_base_denominator
    FROM paired p
    JOIN mart.scope s USING (period, unit)
    GROUP BY p.period, s.level, s.scope, p.figure, p.dimension, p.item
),
compared AS (
    SELECT a.*,
        whole.numerator AS whole_numerator,
        previous.value AS previous, previous.reported AS previous_reported,
        previous.numerator AS previous_numerator, previous.denominator AS previous_denominator,
        last_year.value AS last_year, last_year.reported AS last_year_reported,
        last_year.numerator AS last_year_numerator, last_year.denominator AS last_year_denominator,
        k.alike_units, k.alike_numerator, k.alike_denominator, k.alike_base_numerator, k.alike_base_denominator
    FROM accumulated a
    LEFT JOIN summed whole
        ON (whole.period, whole.level, whole.scope, whole.figure, whole.dimension)
            = (a.period, a.level, a.scope, a.figure, '')
    LEFT JOIN valued previous
        ON (previous.period, previous.level, previous.scope, previous.figure, previous.dimension, previous.item)
            = (a.previous_period, a.level, a.scope, a.figure, a.dimension, a.item)
    LEFT JOIN valued last_year
        ON (last_year.period, last_year.level, last_year.scope, last_year.figure, last_year.dimension, last_year.item)
            = (a.last_year_period, a.level, a.scope, a.figure, a.dimension, a.item)
    LEFT JOIN alike k
        ON (k.period, k.level, k.scope, k.figure, k.dimension, k.item)
            = (a.period, a.level, a.scope, a.figure, a.dimension, a.item)
),
named AS (
    SELECT
        c.*, r.top, r.name_zh, r.name_en, r.position AS scope_position, r.expected, r.actual,
        i.label_zh AS item_zh, i.label_en AS item_en, i.item_position,
        f.position, f.format, f.better, f.target_operator, f.target
    FROM compared c
    JOIN mart.reporting r USING (period, level, scope)
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN mart.figure_definition f USING (figure)
)
-- A sum changes in relation to what it was, never to 0 or to nothing; a quotient changes by a difference. Changes are made
-- from numerators and denominators, not from quotients that have been rounded.
SELECT
    period, level, scope, top, name_zh, name_en, scope_position, figure, dimension, item, item_zh, item_en, item_position,
    position, format, value, numerator, denominator, reported, expected,
    CASE WHEN dimension <> '' AND NOT quotient THEN returns.quotient(numerator, whole_numerator) END AS share,
    CASE
        WHEN NOT adds THEN NULL
        WHEN quotient THEN returns.quotient(numerator_to_date, denominator_to_date)
        ELSE numerator_to_date::DECIMAL(38, 12)
    END AS year_to_date,
    CASE WHEN adds THEN periods_in END AS periods_in,
    CASE WHEN adds THEN number END AS periods_due,
    previous, previous_reported, last_year, last_year_reported,
    CASE
        WHEN quotient THEN returns.quotient_change(numerator, denominator, previous_numerator, previous_denominator)
        ELSE returns.quotient(numerator - previous_numerator, previous_numerator)
    END AS change_previous,
    CASE
        WHEN quotient THEN returns.quotient_change(numerator, denominator, last_year_numerator, last_year_denominator)
        ELSE returns.quotient(numerator - last_year_numerator, last_year_numerator)
    END AS change_last_year,
    alike_units,
    CASE
        WHEN quotient
            THEN returns.quotient_change(alike_numerator, alike_denominator, alike_base_numerator, alike_base_denominator)
        ELSE returns.quotient(alike_numerator - alike_base_numerator, alike_base_numerator)
    END AS change_alike,
    better, target_operator, target,
    CASE
        WHEN value IS NULL OR target IS NULL THEN NULL
        WHEN CASE target_operator
            WHEN '>=' THEN value >= target
            WHEN '<=' THEN value <= target
            WHEN '>' THEN value > target
            WHEN '<' THEN value < target
            ELSE value = target
        END THEN 'met'
        ELSE 'missed'
    END AS target_standing,
    CASE WHEN target IS NOT NULL THEN value - target END AS target_difference,
    CASE
        WHEN value IS NOT NULL THEN NULL
        WHEN actual = 0 THEN 'no_return'
        WHEN denominator = 0 THEN 'denominator_zero'
        ELSE 'no_value'
    END AS missing_because
FROM named
