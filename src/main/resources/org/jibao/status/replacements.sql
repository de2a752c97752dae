-- $1 job, $2 period, $3 as of: every replacement, in the order of receipt.
SELECT r.unit, o.id AS older, o.file AS older_file, o.received_at AS older_received_at,
    n.id AS newer, n.file AS newer_file, n.received_at AS newer_received_at,
    coalesce(c.cells, 0)::BIGINT AS cells, coalesce(c.changed, 0)::BIGINT AS changed
FROM intake.replaced_at($3) r
JOIN intake.submission o ON o.id = r.older
JOIN intake.submission n ON n.id = r.newer
LEFT JOIN intake.compared_at($3, $1, $2) c ON (c.older, c.newer) = (r.older, r.newer)
WHERE r.job = $1 AND r.period = $2
ORDER BY n.received_at, n.file, n.sha256
