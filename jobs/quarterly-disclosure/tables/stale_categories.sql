-- Categories in which a unit has published nothing in the window of the plan, or nothing ever.
SELECT
    u.name, l.zh AS category_zh, l.en AS category_en,
    CASE f."window" WHEN 'realtime' THEN '实时' WHEN 'month' THEN '月' WHEN 'quarter' THEN '季' ELSE '年' END AS window_zh,
    f."window" AS window_en, f.last_published_on,
    CASE f.standing WHEN 'empty' THEN '空白' ELSE '未按期更新' END AS standing_zh,
    CASE f.standing WHEN 'empty' THEN 'Empty' ELSE 'Stale' END AS standing_en
FROM mart.category_freshness f
JOIN returns.parameter p USING (period)
JOIN intake.unit u ON (u.job, u.code) = (p.job, f.unit)
JOIN intake.label l ON (l.job, l.form, l.axis, l.parent, l.id) = (p.job, 'register', 'value', 'category', f.category)
WHERE f.standing <> 'fresh'
ORDER BY u.position, f.unit, f.standing, l.position
