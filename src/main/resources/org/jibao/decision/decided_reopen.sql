-- $1 job, $2 as of, $3 unit, $4 period.
SELECT decided_by, decided_at, reason
FROM intake.decision
WHERE job = $1 AND decided_at <= $2 AND kind = 'reopen' AND unit = $3 AND period = $4
ORDER BY id
