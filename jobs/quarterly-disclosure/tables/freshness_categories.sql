-- How many units keep each category fresh.
SELECT
    l.zh AS category_zh, l.en AS category_en,
    CASE any_value(f."window") WHEN 'realtime' THEN '实时' WHEN 'month' THEN '月' WHEN 'quarter' THEN '季' ELSE '年' END AS window_zh,
    any_value(f."window") AS window_en,
    count(*) AS units,
    count(*) FILTER (f.standing = 'fresh') AS fresh,
    count(*) FILTER (f.standing = 'stale') AS stale,
    count(*) FILTER (f.standing = 'empty') AS "empty"
FROM mart.category_freshness f
JOIN returns.parameter p USING (period)
JOIN intake.label l ON (l.job, l.form, l.axis, l.parent, l.id) = (p.job, 'register', 'value', 'category', f.category)
GROUP BY f.category, l.zh, l.en, l.position
ORDER BY l.position
