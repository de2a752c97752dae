-- $1 job, $2 period, $3 the period has ended, $4 the next one has, $5 as of: what came for a period and was settled, in the
-- order of receipt; what came in packages, its own office answers. A rejected file may name no period; it belongs to the last one that had ended when it came.
SELECT s.id, s.unit, s.file, s.sha256, s.verdict, s.received_at
FROM intake.standing_at($5) s
ANTI JOIN intake.from_package p ON p.submission = s.id
WHERE s.job = $1
    AND s.standing NOT IN ('withdrawn', 'held') AND NOT s.opposed
    AND s.verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
    AND (s.period = $2 OR (s.period IS NULL AND s.received_at >= $3 AND s.received_at < $4))
ORDER BY s.received_at, s.file, s.sha256
