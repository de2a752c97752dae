-- $1 numbers of submissions joined by commas: what was found in them, and whether it was answered, which this statement
-- alone says.
WITH wanted AS (
    SELECT unnest(string_split($1, ','))::BIGINT AS submission
)
SELECT
    f.submission, f.number, f.code, f.severity, f.sheet, f.cell, f.message_zh, f.cure_zh,
    coalesce(f.arguments ->> '$.difference', '') AS difference,
    f.severity = 'warning' AND EXISTS (
        FROM intake.explanation e
        WHERE (e.submission, e.code) = (f.submission, f.code)) AS answered
FROM intake.finding f
SEMI JOIN wanted w USING (submission)
ORDER BY f.submission, CASE f.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, f.number
