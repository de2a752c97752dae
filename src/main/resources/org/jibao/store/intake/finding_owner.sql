SELECT s.unit, s.period, s.sha256, coalesce(max(f.number), 0)::INTEGER AS findings
FROM intake.submission s
LEFT JOIN intake.finding f ON f.submission = s.id
WHERE s.id = ?
GROUP BY s.unit, s.period, s.sha256
