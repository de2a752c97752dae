-- What has become a duplicate, since when, and of which file.
SELECT e.id, e.since, s.file, s.received_at
FROM rule_expected e
SEMI JOIN rule_changed c ON c.id = e.id
JOIN intake.submission s ON s.id = e.duplicate_of
ORDER BY e.id
