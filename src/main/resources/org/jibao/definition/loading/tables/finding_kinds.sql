-- One line a kind of finding: errors first, then what occurs most. The example is the first of the kind.
WITH here AS (
    SELECT f.*, coalesce(s.weight, 9) AS weight, s.zh AS severity_zh, s.en AS severity_en
    FROM returns.findings f
    JOIN returns.parameter p USING (period)
    LEFT JOIN (VALUES ('error', 1, '错误', 'Error'), ('warning', 2, '警示', 'Warning'), ('note', 3, '提示', 'Note'))
        AS s (severity, weight, zh, en) USING (severity)
)
SELECT
    severity_zh, severity_en, count(*) AS found, count(DISTINCT name) AS units, count(DISTINCT file) AS files,
    first(message_zh ORDER BY position NULLS LAST, file, submission, number) AS message_zh,
    first(message_en ORDER BY position NULLS LAST, file, submission, number) AS message_en,
    first(cure_zh ORDER BY position NULLS LAST, file, submission, number) AS cure_zh,
    first(cure_en ORDER BY position NULLS LAST, file, submission, number) AS cure_en,
    code
FROM here
GROUP BY weight, severity_zh, severity_en, code
ORDER BY weight, found DESC, code
