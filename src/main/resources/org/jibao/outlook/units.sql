-- The units whose returns count for the period, in the order of unlikely_cell.
SELECT s.unit, u.name, u.kind, s.id AS submission
FROM returns.submission s
JOIN returns.parameter p USING (job, period)
JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
ORDER BY u.position, s.unit
