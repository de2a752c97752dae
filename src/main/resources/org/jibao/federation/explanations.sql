-- The units' own explanations of warnings.
SELECT e.submission, e.code, e.explanation
FROM intake.explanation e
JOIN returns.standing s ON s.id = e.submission
WHERE s.job = ${job} AND s.period = ${period}
ORDER BY e.submission, e.code, e.explanation
