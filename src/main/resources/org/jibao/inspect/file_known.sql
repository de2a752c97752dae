-- $1 job, $2 SHA-256: under which names it was received.
SELECT DISTINCT file, size
FROM intake.submission
WHERE job = $1 AND sha256 = $2
ORDER BY file
LIMIT 20
