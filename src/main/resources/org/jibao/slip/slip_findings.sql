-- $1 numbers of submissions joined by commas: what was found in them as of the parameter's time, and which warnings have been
-- answered by then. What says where to look first stands first.
WITH wanted AS (
    SELECT unnest(string_split($1, ','))::BIGINT AS submission
)
SELECT
    f.submission, f.number, f.code, f.severity, f.sheet, f.cell, f.message_zh, f.message_en, f.cure_zh,
    f.cure_en,
    coalesce(i.arguments ->> '$.difference', '') AS difference,
    coalesce(i.arguments ->> '$.probable_cells', '') AS probable_cells,
    f.severity = 'warning' AND NOT f.unexplained AS answered
FROM returns.findings f
JOIN intake.finding i USING (submission, number)
SEMI JOIN wanted w USING (submission)
ORDER BY f.submission, i.arguments ->> '$.probable_cells' IS NULL, CASE f.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, f.number
