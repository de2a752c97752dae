SELECT DISTINCT period
FROM intake.submission
WHERE job = ? AND content
