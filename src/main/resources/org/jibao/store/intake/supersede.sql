-- Says what displaced what when it came; where each stands as of a time, with all that officers decided,
-- intake.standing_at says.
UPDATE intake.submission
SET superseded_by = due.newer, superseded_at = due.superseded_at
FROM (
    SELECT s.id, n.id AS newer, n.received_at AS superseded_at
    FROM (
        SELECT t.id, lead(t.id) OVER (PARTITION BY t.unit, t.period ORDER BY t.revision) AS newer
        FROM intake.standing_at(TIMESTAMP 'infinity') t
        SEMI JOIN rule_sent r ON r.id = t.id
        WHERE t.standing IN ('counted', 'superseded')
    ) following
    RIGHT JOIN rule_sent s ON s.id = following.id
    LEFT JOIN intake.submission n ON n.id = following.newer
) due
WHERE submission.id = due.id AND submission.superseded_by IS DISTINCT FROM due.newer
