-- The items of each accepted return by category. A total that the return does not state is the sum of its categories;
-- one that it states is taken as stated, for the checks have made sure that it is that sum.
WITH categories AS (
    SELECT g.period, g.unit, g.submission, g."row" AS category, g.new_items, g.within_20_days, g.year_to_date AS declared_to_date
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
        period, unit, submission,
        'total' AS category,
        sum(new_items) AS new_items,
        CASE WHEN count(within_20_days) = count(new_items) THEN sum(within_20_days) END AS within_20_days,
        CASE WHEN count(declared_to_date) = count(new_items) THEN sum(declared_to_date) END AS declared_to_date
    FROM categories
    WHERE category <> 'total'
    GROUP BY period, unit, submission
    HAVING count(new_items) > 0
)
SELECT *, true AS stated
FROM categories
WHERE category <> 'total'
UNION ALL
SELECT *, true
FROM stated
UNION ALL
SELECT c.*, false
FROM computed c
ANTI JOIN stated s USING (period, unit)
