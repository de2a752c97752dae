-- One figure of the whole, broken down.
SELECT
    item_zh, item_en, value, share, numerator, denominator, previous, change_alike, change_previous, last_year, change_last_year, year_to_date,
    reported || '/' || expected AS coverage, better
FROM mart.figure g
JOIN returns.parameter p USING (period)
WHERE top AND figure = ${figure} AND dimension = ${dimension} AND (${shown})
ORDER BY item_position
