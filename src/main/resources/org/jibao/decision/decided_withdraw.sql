-- $1 job, $2 as of, $3 submission.
SELECT decided_by, decided_at, reason
FROM intake.decision
WHERE job = $1 AND decided_at <= $2 AND kind = 'withdraw' AND submission = $3
ORDER BY id
