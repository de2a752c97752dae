INSERT INTO intake.decision (
    id, job, kind, unit, period, submission, fingerprint, code, sheet, cell, reason, decided_by, decided_at, account, machine)
SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
FROM intake.decision
