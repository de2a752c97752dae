SELECT
    category_zh, category_en, items, share, timely_rate, year_to_date, quarters_in || '/' || quarters AS quarters,
    previous, change_previous, last_year, change_last_year, reported || '/' || expected AS coverage
FROM mart.disclosure d
JOIN returns.parameter p USING (period)
WHERE d.top
ORDER BY category_position
