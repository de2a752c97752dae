-- Each unit of a kind for which reference/minimums.csv has a minimum: its items of the month, and by how many it is short.
SELECT s.period, s.unit, d.value AS items, m.items::DECIMAL(18, 4) AS minimum, greatest(m.items::DECIMAL(18, 4) - d.value, 0) AS short
FROM returns.submission s
JOIN returns.parameter p USING (job)
JOIN returns.expected e ON (e.job, e.period, e.unit) = (s.job, s.period, s.unit)
JOIN reference.minimums m ON m.kind = e.kind
JOIN returns.disclosed d ON (d.period, d.unit) = (s.period, s.unit)
WHERE d.row = 'total' AND d.column = 'items' AND d.value IS NOT NULL
