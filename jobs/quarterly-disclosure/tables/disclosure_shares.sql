-- The four largest categories and the rest, for a ring that can be read.
WITH here AS (
    SELECT d.*, row_number() OVER (ORDER BY d.items DESC, d.category_position) AS place
    FROM mart.disclosure d
    JOIN returns.parameter p USING (period)
    WHERE d.top AND d.category <> 'total' AND d.items IS NOT NULL
),
grouped AS (
    SELECT
        least(place, 5) AS place,
        CASE WHEN place > 4 THEN '其余类别' ELSE category_zh END AS category_zh,
        CASE WHEN place > 4 THEN 'All other' ELSE category_en END AS category_en,
        items, share
    FROM here
)
SELECT category_zh, category_en, sum(items) AS items, sum(share) AS share
FROM grouped
GROUP BY place, category_zh, category_en
ORDER BY place
