-- Every figure for every scope and period, whole and broken down: the table that everything shown is made from. Of single units it has
-- the parts that the summary shows; mart.figure_operand has all. Very many rows are made part by part, which takes the memory of one:
-- part 0 of more than one has all scopes but single units, each other one some of the units.
WITH periods AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
)${registers},
-- A scope of a period, and a return, by numbers: what is joined below are integers.
numbered AS MATERIALIZED (
    SELECT
        row_number() OVER (ORDER BY r.period, r.level, r.scope) AS place,
        dense_rank() OVER (ORDER BY r.level, r.scope) AS scope_number,
        r.period, r.level, r.scope, t.year, t.number, t.previous, t.last_year
    FROM mart.reporting r
    JOIN periods t USING (period)
),
places AS MATERIALIZED (
    SELECT n.*, b.place AS previous_place, y.place AS last_year_place
    FROM numbered n
    LEFT JOIN numbered b ON b.period = n.previous AND b.scope_number = n.scope_number
    LEFT JOIN numbered y ON y.period = n.last_year AND y.scope_number = n.scope_number
    WHERE ${parts} = 1 OR CASE WHEN n.level = 'unit' THEN 1 + n.scope_number % greatest(1, ${parts} - 1) ELSE 0 END = ${part}
),
-- Held, as an engine that may choose joins every return of a period with every place of it first.
sited AS MATERIALIZED (
    SELECT s.period, s.unit, p.place, p.level = 'unit' AS alone
    FROM mart.scope s
    JOIN places p USING (period, level, scope)
),
-- All of the units that count in any of these scopes, as each is compared with its own of another period.
returned AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY period, unit) AS own, period, unit
    FROM (SELECT DISTINCT period, unit FROM mart.scope)
    WHERE unit IN (SELECT unit FROM sited)
),
counted_in AS MATERIALIZED (
    SELECT r.own, s.place, s.alone
    FROM sited s
    JOIN returned r USING (period, unit)
),
-- A quotient takes both operands from the same returns. From here to the names a part is its number of mart.figure_item.
usable AS (
    SELECT r.own, i.number AS part, i.of_units, o.numerator, o.denominator
    FROM mart.figure_operand o
    JOIN returned r USING (period, unit)
    JOIN mart.figure_item i USING (figure, dimension, item)
    JOIN mart.figure_definition f USING (figure)
    WHERE o.numerator IS NOT NULL AND (NOT f.quotient OR o.denominator IS NOT NULL)
),
summed AS (
    SELECT
        s.place, o.part,
        sum(o.numerator)::DECIMAL(38, 8) AS numerator, sum(o.denominator)::DECIMAL(38, 8) AS denominator,
        count(*) AS reported
    FROM usable o
    JOIN counted_in s ON s.own = o.own AND (o.of_units OR NOT s.alone)
    GROUP BY s.place, o.part
    UNION ALL
    SELECT p.place, i.number, r.actual, r.expected, r.actual
    FROM mart.reporting r
    JOIN places p USING (period, level, scope)
    JOIN mart.figure_item i ON i.figure = 'reporting_rate'
    UNION ALL
    SELECT p.place, i.number, r.on_time, r.expected, r.actual
    FROM mart.reporting r
    JOIN places p USING (period, level, scope)
    JOIN mart.figure_item i ON i.figure = 'on_time_rate'${medians}
),
framed AS (
    SELECT
        p.place, p.scope_number, p.year, p.number, p.previous_place, p.last_year_place,
        i.number AS part, w.number AS whole, f.quotient, f.adds, s.numerator, s.denominator,
        coalesce(s.reported, 0) AS reported
    FROM places p
    CROSS JOIN mart.figure_item i
    JOIN mart.figure_item w ON w.figure = i.figure AND w.dimension = ''
    JOIN mart.figure_definition f ON f.figure = i.figure
    LEFT JOIN summed s ON s.place = p.place AND s.part = i.number
    WHERE i.of_units OR p.level <> 'unit'
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
    WINDOW year_so_far AS (PARTITION BY scope_number, part, year ORDER BY number)
),
-- Like for like: both sides of the units that count in both periods, this one and the one before or that of last year.
bases AS (
    SELECT r.own, 'previous' AS base, e.own AS earlier
    FROM returned r
    JOIN periods t USING (period)
    JOIN returned e ON e.period = t.previous AND e.unit = r.unit
    UNION ALL
    SELECT r.own, 'last_year', e.own
    FROM returned r
    JOIN periods t USING (period)
    JOIN returned e ON e.period = t.last_year AND e.unit = r.unit
),
paired AS MATERIALIZED (
    SELECT
        o.own, t.base, o.part, o.of_units, o.numerator, o.denominator,
        b.numerator AS base_numerator, b.denominator AS base_denominator
    FROM usable o
    JOIN bases t USING (own)
    JOIN usable b ON b.own = t.earlier AND b.part = o.part
),
alike AS (
    SELECT
        s.place, p.base, p.part, count(*) AS alike_units,
        sum(p.numerator)::DECIMAL(38, 8) AS alike_numerator, sum(p.denominator)::DECIMAL(38, 8) AS alike_denominator,
        sum(p.base_numerator)::DECIMAL(38, 8) AS alike_base_numerator,
        sum(p.base_denominator)::DECIMAL(38, 8) AS alike_base_denominator
    FROM paired p
    JOIN counted_in s ON s.own = p.own AND (p.of_units OR NOT s.alone)
    GROUP BY s.place, p.base, p.part
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
    LEFT JOIN summed w ON w.place = a.place AND w.part = a.whole
    LEFT JOIN valued b ON b.place = a.previous_place AND b.part = a.part
    LEFT JOIN valued y ON y.place = a.last_year_place AND y.part = a.part
    LEFT JOIN alike k ON k.base = 'previous' AND k.place = a.place AND k.part = a.part
    LEFT JOIN alike l ON l.base = 'last_year' AND l.place = a.place AND l.part = a.part
),
named AS (
    SELECT
        c.*, r.period, r.level, r.scope,
        i.figure, i.dimension, i.item, r.top, r.name_zh, r.name_en, r.position AS scope_position, r.expected, r.actual,
        i.label_zh AS item_zh, i.label_en AS item_en, i.item_position,
        f.position, f.format, f.better, f.target_operator, f.target
    FROM compared c
    JOIN places p USING (place)
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
