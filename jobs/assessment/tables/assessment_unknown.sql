-- What units report for obligations that the plan does not give them: it counts for nothing, so it must be seen.
SELECT u.name, a.number, a.published_on, s.file, a.sheet, a."row"
FROM returns.assessment_published a
JOIN returns.parameter p USING (job, period)
JOIN intake.unit u ON (u.job, u.code) = (p.job, a.unit)
JOIN intake.submission s ON s.id = a.submission
LEFT JOIN mart.assessment_obligation o ON (o.period, o.number, o.obliged) = (a.period, a.number, a.unit)
WHERE o.number IS NULL
ORDER BY u.position, a."row"
