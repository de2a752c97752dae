SELECT DISTINCT period
FROM intake.submission
WHERE job = ? AND period IS NOT NULL AND content IS DISTINCT FROM false
