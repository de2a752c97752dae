-- $1 job, $2 as of, $3 unit, $4 period or NULL for all.
SELECT period, kind, submission, code, sheet, cell, reason, decided_by, decided_at, account, machine
FROM intake.decision
WHERE job = $1 AND decided_at <= $2 AND unit = $3 AND ($4::VARCHAR IS NULL OR period = $4)
ORDER BY id
