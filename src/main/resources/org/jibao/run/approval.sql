-- $1 job, $2 as of, $3 office, $4 period: the approval that was given last.
SELECT decided_by, decided_at, reason, fingerprint
FROM intake.decision
WHERE job = $1 AND decided_at <= $2 AND kind = 'approve' AND unit = $3 AND period = $4
ORDER BY id DESC
LIMIT 1
