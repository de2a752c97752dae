-- Every revision that took another's place in this period, in the order of the roster, from the first summary on.
SELECT
    u.name AS unit, r.older_file, r.older_received_at, r.file AS newer_file, r.received_at AS newer_received_at, r.revision,
    r.changed AS cells_changed, r.cells
FROM returns.replacement r
JOIN returns.parameter p USING (period)
LEFT JOIN intake.unit u ON (u.job, u.code) = (p.job, r.unit)
ORDER BY u.position NULLS LAST, r.unit, r.revision
