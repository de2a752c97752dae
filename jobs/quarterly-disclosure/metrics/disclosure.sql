-- Items disclosed by category. Categories add up to the total; an item in several channels is one item.
WITH items AS (
    FROM mart.items
),
periods AS (
    SELECT t.*
    FROM intake.period t
    JOIN returns.parameter p USING (job)
),
categories AS (
    SELECT l.id AS category, l.zh AS category_zh, l.en AS category_en, l.position AS category_position
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.form = 'proactive' AND l.axis = 'row'
),
-- Both operands of the timely rate are taken from the same returns: one that lacks either is in neither.
summed AS (
    SELECT
        i.period, s.level, s.scope, i.category,
        sum(i.new_items) AS items,
        count(i.new_items) AS reported,
        sum(i.within_20_days) FILTER (i.new_items IS NOT NULL) AS timely,
        sum(i.new_items) FILTER (i.within_20_days IS NOT NULL) AS timely_base
    FROM items i
    JOIN mart.scope s USING (period, unit)
    GROUP BY i.period, s.level, s.scope, i.category
),
-- A scope keeps its row where nobody reported: the value is missing, not absent and not 0.
framed AS (
    SELECT
        r.period, r.level, r.scope, r.top, t.year, t.number, t.previous AS previous_period, t.last_year AS last_year_period,
        c.*, s.items, coalesce(s.reported, 0) AS reported, r.expected, s.timely, s.timely_base
    FROM mart.reporting r
    JOIN periods t USING (period)
    CROSS JOIN categories c
    LEFT JOIN summed s USING (period, level, scope, category)
),
-- Of the year so far, as many quarters as have a value: quarters_in of quarters.
accumulated AS (
    SELECT *,
        sum(items) OVER year_so_far AS year_to_date,
        count(items) OVER year_so_far AS quarters_in
    FROM framed
    WINDOW year_so_far AS (PARTITION BY level, scope, category, year ORDER BY number)
)
SELECT
    a.period, a.level, a.scope, a.top, a.category, a.category_zh, a.category_en, a.category_position,
    a.items, a.reported, a.expected,
    returns.quotient(a.items, total.items) AS share,
    a.timely, a.timely_base,
    returns.quotient(a.timely, a.timely_base) AS timely_rate,
    a.year_to_date, a.quarters_in, a.number AS quarters,
    previous.items AS previous, last_year.items AS last_year,
    returns.quotient(a.items - previous.items, previous.items) AS change_previous,
    returns.quotient(a.items - last_year.items, last_year.items) AS change_last_year
FROM accumulated a
JOIN framed total
    ON (total.period, total.level, total.scope) = (a.period, a.level, a.scope) AND total.category = 'total'
LEFT JOIN framed previous
    ON (previous.period, previous.level, previous.scope, previous.category)
        = (a.previous_period, a.level, a.scope, a.category)
LEFT JOIN framed last_year
    ON (last_year.period, last_year.level, last_year.scope, last_year.category)
        = (a.last_year_period, a.level, a.scope, a.category)
