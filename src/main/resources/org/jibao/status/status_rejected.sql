-- $1 job, $2 period, $3 the period has ended, $4 the next one has, $5 as of. What was no return, with the
-- unit that its name or folder says, and what came after its own period's closing.
SELECT file, received_at, coalesce(reason, 'return-after-close') AS reason, unit
FROM intake.standing_at($5)
WHERE job = $1
    AND (
        (standing = 'rejected' AND period = $2)
        OR (((standing = 'rejected' AND period IS NULL) OR standing = 'after_close') AND received_at >= $3 AND received_at < $4)
    )
ORDER BY received_at, id
