-- $1 job, $2 period, $3 the period has ended, $4 the next one has, $5 as of.
SELECT file, received_at, reason
FROM intake.submission
WHERE job = $1
    AND verdict = 'rejected'
    AND decided_at <= $5
    AND (period = $2 OR (period IS NULL AND received_at >= $3 AND received_at < $4))
ORDER BY received_at, id
