-- The printed sections for each kind of unit.
SELECT c.copy_zh, c.copy_en, c.place, c.value
FROM mart.annual_copies c
JOIN returns.parameter p USING (period)
WHERE c.level = 'kind'
ORDER BY c.position, c.scope, c.form, c."row", c."column"
