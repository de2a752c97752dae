-- until: of a withdrawn submission, and of its duplicates, when it was withdrawn; what comes later is sent anew.
WITH withdrawn AS (
    SELECT submission, min(decided_at) AS until
    FROM intake.decision
    WHERE kind = 'withdraw'
    GROUP BY submission
)
SELECT s.file, s.sha256, w.until
FROM intake.submission s
LEFT JOIN withdrawn w ON w.submission = coalesce(s.duplicate_of, s.id)
WHERE s.job = ?
