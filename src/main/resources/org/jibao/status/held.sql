-- $1 job, $2 as of: what is held, in the order of receipt.
SELECT submission, period, unit, file, received_at, sender, evidence, why, against_unit,
    coalesce(counted_file, '') AS counted_file, coalesce(counted_evidence, 'words') AS counted_evidence
FROM intake.held_at($2)
WHERE job = $1
ORDER BY received_at, file, submission
