-- $1 job, $2 a number: the files settled after it, in the order in which they were received.
SELECT file, sha256, verdict
FROM intake.submission
WHERE job = $1 AND id > $2
ORDER BY id
