SELECT s.file, s.sha256, s.verdict
FROM returns.submission s
JOIN returns.parameter p USING (job)
WHERE s.period = ?
ORDER BY s.received_at, s.file, s.sha256
