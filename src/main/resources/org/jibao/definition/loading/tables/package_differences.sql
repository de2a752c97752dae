-- Where an office has computed another figure than this one does from the same returns.
WITH difference AS (
    SELECT h.office, h.scope, h.figure, h.value AS theirs, f.value AS ours, f.figure_zh, f.figure_en, f.position
    FROM returns.handed_figure h
    JOIN returns.figure_of_record f ON (f.scope, f.figure) = (h.scope, h.figure)
    JOIN returns.parameter p ON p.period = f.period
    WHERE h.value IS DISTINCT FROM f.value
)
SELECT o.name AS office, coalesce(u.name, d.scope) AS scope, d.figure_zh, d.figure_en,
    coalesce(d.theirs::VARCHAR, '—') AS theirs, coalesce(d.ours::VARCHAR, '—') AS ours
FROM difference d
JOIN returns.parameter p ON TRUE
LEFT JOIN intake.unit o ON (o.job, o.code) = (p.job, d.office)
LEFT JOIN intake.unit u ON (u.job, u.code) = (p.job, rtrim(d.scope, '+'))
ORDER BY d.position, o.position
LIMIT 1000
