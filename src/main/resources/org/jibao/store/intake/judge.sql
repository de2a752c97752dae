INSERT INTO intake.judgement
SELECT e.id, e.since,
    CASE
        WHEN e.duplicate_of IS NOT NULL THEN 'duplicate'
        WHEN NOT s.content THEN 'rejected'
        WHEN bool_or(f.severity = 'error') THEN 'returned'
        WHEN bool_or(f.severity = 'warning') THEN 'accepted_with_warnings'
        ELSE 'accepted'
    END,
    e.looked_at
FROM rule_expected e
SEMI JOIN rule_changed c ON c.id = e.id
JOIN intake.submission s ON s.id = e.id
LEFT JOIN intake.finding f
    ON f.submission = e.id AND (f.since IS NULL OR f.since <= e.since) AND (f.until IS NULL OR f.until > e.since)
GROUP BY e.id, e.since, e.looked_at, e.duplicate_of, s.content
