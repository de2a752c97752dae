-- $1 job, $2 submission, $3 as of: what was found in it, the weightiest first, and which warnings were answered by then.
WITH explained AS (
    SELECT f.fingerprint
    FROM intake.explanation e
    JOIN intake.standing_at($3) s ON s.id = e.submission
    JOIN intake.finding_at($3) f ON (f.submission, f.code) = (e.submission, e.code)
    WHERE s.job = $1 AND s.standing NOT IN ('withdrawn', 'held') AND NOT s.opposed
    UNION
    SELECT fingerprint
    FROM intake.decision
    WHERE job = $1 AND kind = 'accept' AND decided_at <= $3
)
SELECT
    number, code, lower(severity) AS severity, sheet, cell, message_zh, message_en, cure_zh, cure_en,
    coalesce(arguments ->> '$.left_cells', '') AS left_cells, coalesce(arguments ->> '$.right_cells', '') AS right_cells,
    lower(severity) = 'warning' AND fingerprint IN (FROM explained) AS answered
FROM intake.finding_at($3)
WHERE submission = $2
ORDER BY CASE lower(severity) WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, number
