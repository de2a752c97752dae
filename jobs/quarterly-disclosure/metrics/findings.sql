-- What was found in every submission that had been decided by the as-of time, in words, with the unit's explanation.
-- A rejected file may name neither unit nor period.
WITH submissions AS (
    SELECT s.*
    FROM intake.submission s
    JOIN returns.parameter p USING (job)
    WHERE s.decided_at <= p.as_of
),
current AS (
    SELECT s.id AS submission
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
),
explanations AS (
    SELECT submission, code, string_agg(explanation, '；' ORDER BY explanation) AS explanation
    FROM intake.explanation
    GROUP BY submission, code
),
-- A file whose period is not known belongs to the last period that had ended when it came.
placed AS (
    SELECT s.id AS submission, max(t.period) AS period
    FROM submissions s
    JOIN intake.period t ON t.job = s.job AND t.end_date < (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::DATE
    WHERE s.period IS NULL
    GROUP BY s.id
)
SELECT
    coalesce(s.period, l.period) AS period, s.unit, u.name, u.position, s.id AS submission, s.file, s.sha256,
    s.revision, s.received_at, s.verdict, c.submission IS NOT NULL AS current,
    f.number, f.code, lower(f.severity) AS severity, f.sheet, f.cell, f.subject, f.value AS found,
    f.message_zh, f.message_en, f.cure_zh, f.cure_en, e.explanation
FROM submissions s
JOIN intake.finding f ON f.submission = s.id
LEFT JOIN placed l ON l.submission = s.id
LEFT JOIN current c ON c.submission = s.id
LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
LEFT JOIN explanations e ON (e.submission, e.code) = (s.id, f.code)
