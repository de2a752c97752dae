SELECT s.period, s.unit, s.id AS submission, e.code, e.explanation
FROM intake.explanation e
JOIN returns.standing s ON s.id = e.submission
WHERE s.job = ${job} AND ${only}
ORDER BY s.id, e.code, e.explanation
