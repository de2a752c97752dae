-- The printed sections for the whole.
SELECT c.copy_zh, c.copy_en, c.place, c.value
FROM mart.annual_copies c
JOIN returns.parameter p USING (period)
WHERE c.top
ORDER BY c.position, c.scope, c.form, c."row", c."column"
