-- Items by kind of unit, split by the four categories that are largest in all and the rest.
WITH parameter AS (
    SELECT period FROM returns.parameter
),
largest AS (
    SELECT d.category, d.category_zh, d.category_en, row_number() OVER (ORDER BY d.items DESC, d.category_position) AS place
    FROM mart.disclosure d
    JOIN parameter USING (period)
    WHERE d.top AND d.category <> 'total' AND d.items IS NOT NULL
),
kinds AS (
    SELECT DISTINCT s.scope, s.name_zh, s.name_en, s.position
    FROM mart.scope s
    JOIN parameter USING (period)
    WHERE s.level = 'kind'
),
grouped AS (
    SELECT
        k.scope, k.position, k.name_zh AS kind_zh, k.name_en AS kind_en,
        least(l.place, 5) AS place,
        CASE WHEN l.place > 4 THEN '其余类别' ELSE l.category_zh END AS category_zh,
        CASE WHEN l.place > 4 THEN 'All other' ELSE l.category_en END AS category_en,
        d.items
    FROM kinds k
    JOIN mart.disclosure d ON d.level = 'kind' AND d.scope = k.scope
    JOIN parameter USING (period)
    JOIN largest l USING (category)
)
SELECT kind_zh, kind_en, category_zh, category_en, sum(items) AS items
FROM grouped
GROUP BY scope, position, kind_zh, kind_en, place, category_zh, category_en
ORDER BY position, scope, place
