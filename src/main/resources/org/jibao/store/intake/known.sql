SELECT file, sha256
FROM intake.submission
WHERE job = ?
