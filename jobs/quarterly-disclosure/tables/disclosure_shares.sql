-- The four largest categories and the rest, for a ring that can be read.
WITH here AS (
    SELECT d.*, row_number() OVER (ORDER BY d.items DESC, d.category_position) AS place
    FROM mart.disclosure d
    JOIN returns.parameter p USING (period)
    WHERE d.top AND d.category <> 'total' AND d.items IS NOT NULL
),
total AS (
    SELECT d.items
    FROM mart.disclosure d
    JOIN returns.parameter p USING (period)
    WHERE d.top AND d.category = 'total'
),
grouped AS (
    SELECT
        least(place, 5) AS place,
        CASE WHEN place > 4 THEN '其余类别' ELSE category_zh END AS category_zh,
        CASE WHEN place > 4 THEN 'All other' ELSE category_en END AS category_en,
        items
    FROM here
)
SELECT category_zh, category_en, sum(g.items) AS items, returns.quotient(sum(g.items), any_value(t.items)) AS share
FROM grouped g
CROSS JOIN total t
GROUP BY place, category_zh, category_en
ORDER BY place
