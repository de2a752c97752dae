-- Every figure for every scope and period, whole and broken down: the table that everything shown is made from. Of single units it has
-- the parts that the summary shows; mart.figure_operand has all.
WITH periods AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
)${registers},
-- A quotient takes both operands from the same returns. From here to the names a part is its number of mart.figure_item.
usable AS (
    SELECT o.period, o.unit, i.number AS part, i.of_units, o.numerator, o.denominator
    FROM mart.figure_operand o
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN mart.figure_definition f USING (figure)
    WHERE o.numerator IS NOT NULL AND (NOT f.quotient OR o.denominator IS NOT NULL)
),
summed AS (
    SELECT
        o.period, s.level, s.scope, o.part,
        sum(o.numerator)::DECIMAL(38, 8) AS numerator, sum(o.denominator)::DECIMAL(38, 8) AS denominator,
        count(*) AS reported
    FROM usable o
    JOIN mart.scope s ON s.period = o.period AND s.unit = o.unit AND (o.of_units OR s.level <> 'unit')
    GROUP BY o.period, s.level, s.scope, o.part
    UNION ALL
    SELECT r.period, r.level, r.scope, i.number, r.actual, r.expected, r.actual
    FROM mart.reporting r
    JOIN mart.figure_item i ON i.figure = 'reporting_rate'
    UNION ALL
    SELECT r.period, r.level, r.scope, i.number, r.on_time, r.expected, r.actual
    FROM mart.reporting r
    JOIN mart.figure_item i ON i.figure = 'on_time_rate'${medians}
),
framed AS (
    SELECT
        r.period, r.level, r.scope, t.year, t.number, t.previous AS previous_period, t.last_year AS last_year_period,
        i.number AS part, w.number AS whole, f.quotient, f.adds, s.numerator, s.denominator,
        coalesce(s.reported, 0) AS reported
    FROM mart.reporting r
    JOIN periods t USING (period)
    CROSS JOIN mart.figure_item i
    JOIN mart.figure_item w ON w.figure = i.figure AND w.dimension = ''
    JOIN mart.figure_definition f ON f.figure = i.figure
    LEFT JOIN summed s ON s.period = r.period AND s.level = r.level AND s.scope = r.scope AND s.part = i.number
    WHERE i.of_units OR r.level <> 'unit'
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
    WINDOW year_so_far AS (PARTITION BY level, scope, part, year ORDER BY number)
),
-- Like for like: both sides of the units that count in both periods, this one and the one before or that of last year.
bases AS (
    SELECT period, 'previous' AS base, previous AS earlier FROM periods
    UNION ALL
    SELECT period, 'last_year', last_year FROM periods
),
paired AS MATERIALIZED (
    SELECT
        o.period, t.base, o.unit, o.part, o.of_units, o.numerator, o.denominator,
        b.numerator AS base_numerator, b.denominator AS base_denominator
    FROM usable o
    JOIN bases t USING (period)
    JOIN usable b ON b.period = t.earlier AND b.unit = o.unit AND b.part = o.part
),
alike AS (
    SELECT
        p.period, p.base, s.level, s.scope, p.part, count(*) AS alike_units,
        sum(p.numerator)::DECIMAL(38, 8) AS alike_numerator, sum(p.denominator)::DECIMAL(38, 8) AS alike_denominator,
        sum(p.base_numerator)::DECIMAL(38, 8) AS alike_base_numerator,
        sum(p.base_denominator)::DECIMAL(38, 8) AS alike_base_denominator
    FROM paired p
    JOIN mart.scope s ON s.period = p.period AND s.unit = p.unit AND (p.of_units OR s.level <> 'unit')
    GROUP BY p.period, p.base, s.level, s.scope, p.part
),
compared AS (
    SELECT a.*,
        w.numerator AS whole_numerator,
        b.value AS previous, b.reported AS previous_reported,
        b.numerator AS previous_numerator, b.denominator AS previous_denominator,
        y.value AS last_year, y.reported AS last_year_reported,
        y.numerator AS last_year_numerator, y.denominator AS last_year_denominator,
        k.alike_units, k.alike_numerator, k.alike_denominator, k.alike_base_numerator, k.alike_base_denominator,
        l.alike_units AS year_units, l.alike_numerator AS year_numerator, l.alike_denominator AS year_denominator,
        l.alike_base_numerator AS year_base_numerator, l.alike_base_denominator AS year_base_denominator
    FROM accumulated a
    LEFT JOIN summed w ON w.period = a.period AND w.level = a.level AND w.scope = a.scope AND w.part = a.whole
    LEFT JOIN valued b
        ON b.period = a.previous_period AND b.level = a.level AND b.scope = a.scope AND b.part = a.part
    LEFT JOIN valued y
        ON y.period = a.last_year_period AND y.level = a.level AND y.scope = a.scope AND y.part = a.part
    LEFT JOIN alike k
        ON k.base = 'previous' AND k.period = a.period AND k.level = a.level AND k.scope = a.scope AND k.part = a.part
    LEFT JOIN alike l
        ON l.base = 'last_year' AND l.period = a.period AND l.level = a.level AND l.scope = a.scope AND l.part = a.part
),
named AS (
    SELECT
        c.*, i.figure, i.dimension, i.item, r.top, r.name_zh, r.name_en, r.position AS scope_position, r.expected, r.actual,
        i.label_zh AS item_zh, i.label_en AS item_en, i.item_position,
        f.position, f.format, f.better, f.target_operator, f.target
    FROM compared c
    JOIN mart.reporting r USING (period, level, scope)
    JOIN mart.figure_item i ON i.number = c.part
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
    year_units AS alike_units_last_year,
    CASE
        WHEN quotient
            THEN returns.quotient_change(year_numerator, year_denominator, year_base_numerator, year_base_denominator)
        ELSE returns.quotient(year_numerator - year_base_numerator, year_base_numerator)
    END AS change_alike_last_year,
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
