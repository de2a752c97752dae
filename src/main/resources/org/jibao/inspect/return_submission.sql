-- $1 job, $2 submission, $3 as of.
SELECT s.id, s.unit, u.name, s.period, s.revision, s.file, s.sha256, s.size, s.received_at, s.verdict, s.standing
FROM intake.standing_at($3) s
LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
WHERE s.job = $1 AND s.id = $2
