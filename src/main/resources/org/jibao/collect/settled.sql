-- The files of a job after a number, without what came in packages, each with the words of its weightiest finding.
WITH weighed AS (
    SELECT
        submission,
        count(*) FILTER (WHERE severity = 'error') AS errors,
        count(*) FILTER (WHERE severity = 'warning') AS warnings,
        count(*) FILTER (WHERE severity = 'note') AS notes,
        arg_min({'zh': message_zh, 'en': message_en, 'sheet': sheet, 'cell': cell}, {
            'weight': CASE WHEN code = 'return-held' THEN 0 WHEN code = 'return-after-close' THEN 2 WHEN severity = 'error' THEN 1 WHEN severity = 'warning' THEN 3 ELSE 4 END,
            'number': number}) AS first
    FROM intake.finding
    WHERE until IS NULL
    GROUP BY submission
)
SELECT
    s.file, s.verdict, u.name AS unit, s.period, s.received_at,
    coalesce(w.errors, 0) AS errors, coalesce(w.warnings, 0) AS warnings, coalesce(w.notes, 0) AS notes,
    w.first.zh AS remark_zh, w.first.en AS remark_en, w.first.sheet AS sheet, w.first.cell AS cell,
    coalesce(t.standing = 'after_close', false) AS after_close,
    coalesce(t.standing = 'held', false) AS held
FROM intake.submission s
LEFT JOIN intake.standing_at(TIMESTAMP 'infinity') t ON t.id = s.id
LEFT JOIN intake.unit u ON u.job = s.job AND u.code = s.unit
LEFT JOIN weighed w ON w.submission = s.id
ANTI JOIN intake.from_package p ON p.submission = s.id
WHERE s.job = ? AND s.id > ?
ORDER BY s.id
