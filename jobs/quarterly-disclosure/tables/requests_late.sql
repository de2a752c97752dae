-- Requests that were answered late or are overdue, with where each stands: those still open first, then by how long.
SELECT
    u.name, c.number, c.received_on, c.last_day, c.answered_on, c.days_used, c.day_limit, l.zh AS standing_zh, l.en AS standing_en,
    s.file, c.sheet, c."row"
FROM mart.request_clock c
JOIN returns.parameter p USING (period)
JOIN reference.request_standings l USING (standing)
JOIN intake.unit u ON (u.job, u.code) = (p.job, c.unit)
JOIN intake.submission s ON s.id = c.submission
WHERE c.standing IN ('late', 'overdue')
ORDER BY c.standing DESC, c.days_used - c.day_limit DESC, u.position, c."row"
