-- $1 job, $2 hashes joined by commas, or NULL for all files. Each file with the time until which its coming again under the
-- same name is nothing new; NULL: for ever. It is sent anew after it was withdrawn, after other bytes came under its name,
-- and after what the rules look at has changed where it is still the newest of its unit and period. A package that was refused is
-- sent anew whenever it comes again: the key that was missing may be there by now.
WITH withdrawn AS (
    SELECT submission, min(decided_at) AS instant
    FROM intake.decision
    WHERE job = $1 AND kind = 'withdraw'
    GROUP BY submission
),
judged_anew AS (
    SELECT j.submission, min(j.since) AS instant
    FROM intake.judgement j
    JOIN intake.submission s ON s.id = j.submission AND j.since > s.received_at
    WHERE s.job = $1
    GROUP BY j.submission
),
sent AS (
    SELECT *, content AND id = arg_max(id, (received_at, file, sha256)) FILTER (content) OVER (PARTITION BY unit, period) AS newest
    FROM intake.submission
    WHERE job = $1
),
overwritten AS (
    SELECT s.id, min(o.received_at) AS instant
    FROM sent s
    JOIN sent o ON o.file = s.file AND o.sha256 <> s.sha256 AND o.received_at > s.received_at
    GROUP BY s.id
)
SELECT s.file, s.sha256, least(
        w.instant, o.instant, CASE WHEN s.newest THEN j.instant END,
        CASE WHEN s.verdict = 'rejected' AND starts_with(s.reason, 'package-') THEN s.received_at END) AS until
FROM sent s
LEFT JOIN withdrawn w ON w.submission = coalesce(s.duplicate_of, s.id)
LEFT JOIN overwritten o ON o.id = s.id
LEFT JOIN judged_anew j ON j.submission = coalesce(s.duplicate_of, s.id)
WHERE $2::VARCHAR IS NULL OR list_contains(string_split($2::VARCHAR, ','), s.sha256)
