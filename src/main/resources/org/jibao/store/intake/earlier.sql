-- $1 job, $2 hashes, joined by commas. Submissions with one of them, the first one first; until as in known.sql.
WITH withdrawn AS (
    SELECT submission, min(decided_at) AS until
    FROM intake.decision
    WHERE kind = 'withdraw'
    GROUP BY submission
)
SELECT s.id, s.file, s.sha256, s.received_at, CASE WHEN s.verdict = 'rejected' THEN s.reason END AS reason, w.until
FROM intake.submission s
LEFT JOIN withdrawn w ON w.submission = coalesce(s.duplicate_of, s.id)
WHERE s.job = $1 AND s.sha256 IN (SELECT unnest(string_split($2, ',')))
ORDER BY s.id
