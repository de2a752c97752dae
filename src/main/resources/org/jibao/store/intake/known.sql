-- $1 job, $2 hashes joined by commas, or NULL for all files. Each file with the time until which its coming again under the
-- same name is nothing new; NULL: for ever. It is sent anew after it was withdrawn, after other bytes came under its name,
-- and after what the rules look at has changed where it is still the newest of its unit and period. A package that was refused is
-- sent anew whenever it comes again: the key that was missing may be there by now.
WITH asked AS (
    SELECT *, coalesce(duplicate_of, id) AS first
    FROM intake.submission
    WHERE job = $1 AND ($2::VARCHAR IS NULL OR sha256 IN (SELECT unnest(string_split($2::VARCHAR, ','))))
),
withdrawn AS (
    SELECT submission, min(decided_at) AS instant
    FROM intake.decision
    WHERE job = $1 AND kind = 'withdraw' AND submission IN (SELECT first FROM asked)
    GROUP BY submission
),
judged_anew AS (
    SELECT j.submission, min(j.since) AS instant
    FROM intake.judgement j
    JOIN intake.submission s ON s.id = j.submission AND j.since > s.received_at
    WHERE s.job = $1 AND j.submission IN (SELECT first FROM asked)
    GROUP BY j.submission
),
newest AS (
    SELECT arg_max(s.id, (s.received_at, s.file, s.sha256)) AS id
    FROM intake.submission s
    WHERE s.job = $1
        AND s.content
        AND EXISTS (FROM asked a WHERE a.unit IS NOT DISTINCT FROM s.unit AND a.period IS NOT DISTINCT FROM s.period)
    GROUP BY s.unit, s.period
),
overwritten AS (
    SELECT a.id, min(o.received_at) AS instant
    FROM asked a
    JOIN intake.submission o ON o.file = a.file AND o.sha256 <> a.sha256 AND o.received_at > a.received_at
    WHERE o.job = $1
    GROUP BY a.id
)
SELECT a.file, a.sha256, least(
        w.instant, o.instant, CASE WHEN n.id IS NOT NULL THEN j.instant END,
        CASE WHEN a.verdict = 'rejected' AND starts_with(a.reason, 'package-') THEN a.received_at END) AS until
FROM asked a
LEFT JOIN withdrawn w ON w.submission = a.first
LEFT JOIN overwritten o ON o.id = a.id
LEFT JOIN newest n ON n.id = a.id
LEFT JOIN judged_anew j ON j.submission = a.first
