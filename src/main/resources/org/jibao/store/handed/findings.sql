-- $1 when the package was received: since then a finding of a submission that was known before.
INSERT INTO intake.finding BY NAME
WITH held AS (
    SELECT f.submission, max(f.number) AS number
    FROM intake.finding f
    SEMI JOIN handed_number n ON n.ours = f.submission
    GROUP BY f.submission
)
SELECT n.ours AS submission, (coalesce(k.number, 0) + row_number() OVER (PARTITION BY n.ours ORDER BY h.number))::INTEGER AS number,
    h.fingerprint, h.code, h.severity, h.sheet, h.cell, h.subject, h.found AS value, '{}' AS arguments,
    h.message_zh, h.message_en, h.cure_zh, h.cure_en, CASE WHEN n.known THEN $1::TIMESTAMP END AS since
FROM handed_findings h
JOIN handed_number n ON n.theirs = h.submission
LEFT JOIN held k ON k.submission = n.ours
WHERE NOT EXISTS (
    FROM intake.finding f
    WHERE f.submission = n.ours AND f.until IS NULL AND h.code = f.code AND h.fingerprint = f.fingerprint
        AND h.severity = f.severity AND h.message_zh = f.message_zh AND h.sheet IS NOT DISTINCT FROM f.sheet
        AND h.cell IS NOT DISTINCT FROM f.cell
)
ORDER BY ALL
