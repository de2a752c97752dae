-- Every decision of the store in the order in which they were taken; the last column is the hash that stands in the row.
SELECT id, job, kind, unit, period, submission, fingerprint, code, sheet, cell, reason, decided_by, decided_at,
    account, machine, chain
FROM intake.decision
ORDER BY id
