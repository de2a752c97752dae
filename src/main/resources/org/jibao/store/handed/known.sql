-- $1 job, $2 sha256: what was received with these bytes and taken as a package, the first of them.
SELECT s.id AS submission, s.file, s.period, s.received_at
FROM intake.submission s
WHERE s.job = $1 AND s.sha256 = $2 AND s.verdict = 'package'
ORDER BY s.id
LIMIT 1
