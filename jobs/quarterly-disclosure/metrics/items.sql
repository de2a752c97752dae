-- Items disclosed, and of these within 20 working days, of each accepted return: whole and by category. A total that the return does
-- not state is the sum of its categories; one that it states is taken as stated, for the checks have made sure that it is that sum.
WITH categories AS (
    SELECT g.period, g.unit, g."row" AS category, g.new_items, g.within_20_days
    FROM returns.proactive_by_row g
    JOIN returns.parameter p USING (job)
),
stated AS (
    SELECT *
    FROM categories
    WHERE category = 'total' AND new_items IS NOT NULL
),
computed AS (
    SELECT
        period, unit,
        'total' AS category,
        sum(new_items) AS new_items,
        CASE WHEN count(within_20_days) = count(new_items) THEN sum(within_20_days) END AS within_20_days
    FROM categories
    WHERE category <> 'total'
    GROUP BY period, unit
    HAVING count(new_items) > 0
),
every AS (
    SELECT *, 'category' AS dimension, category AS item
    FROM categories
    WHERE category <> 'total'
    UNION ALL
    SELECT *, '', ''
    FROM stated
    UNION ALL
    SELECT *, '', ''
    FROM computed
    ANTI JOIN stated USING (period, unit)
)
SELECT period, unit, 'items' AS figure, dimension, item, new_items AS numerator, NULL::DECIMAL(38, 4) AS denominator
FROM every
UNION ALL
SELECT period, unit, 'timely_rate', dimension, item, within_20_days, new_items
FROM every
