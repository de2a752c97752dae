-- The findings of found.sql by code, errors first, then by how many units.
WITH ${found}
SELECT
    code, severity,
    arg_min(message_zh, (unit IS NULL, unit, number)) AS message_zh,
    arg_min(message_en, (unit IS NULL, unit, number)) AS message_en,
    arg_min(cure_zh, (unit IS NULL, unit, number)) AS cure_zh,
    arg_min(cure_en, (unit IS NULL, unit, number)) AS cure_en,
    count(*) AS findings, count(DISTINCT unit) AS units,
    count(*) FILTER (severity <> 'note' AND NOT answered) AS open,
    count(DISTINCT unit) FILTER (severity <> 'note' AND NOT answered) AS open_units
FROM found
GROUP BY code, severity
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, units DESC, findings DESC, code
