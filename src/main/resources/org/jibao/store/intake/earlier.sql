-- Submissions of the job with one of the given hashes (joined by commas), the first one first.
SELECT id, file, sha256, received_at, CASE WHEN verdict = 'rejected' THEN reason END AS reason
FROM intake.submission
WHERE job = ? AND sha256 IN (SELECT unnest(string_split(?, ',')))
ORDER BY id
