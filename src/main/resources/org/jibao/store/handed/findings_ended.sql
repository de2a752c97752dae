-- $1 when the package was received: what its office does not find any more.
UPDATE intake.finding
SET until = $1
FROM (
    SELECT f.submission, f.number
    FROM intake.finding f
    JOIN handed_number n ON n.ours = f.submission AND n.known
    LEFT JOIN handed_findings h
        ON h.submission = n.theirs AND h.code = f.code AND h.fingerprint = f.fingerprint AND h.severity = f.severity
        AND h.message_zh = f.message_zh AND h.sheet IS NOT DISTINCT FROM f.sheet AND h.cell IS NOT DISTINCT FROM f.cell
    WHERE f.until IS NULL AND h.submission IS NULL
) gone
WHERE finding.submission = gone.submission AND finding.number = gone.number
