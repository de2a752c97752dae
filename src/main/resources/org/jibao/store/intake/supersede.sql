-- Says what displaced what when it came, whatever officers decide about either; where each stands as of a time, with all that
-- they decided, intake.standing_at says.
UPDATE intake.submission
SET superseded_by = due.newer, superseded_at = due.superseded_at
FROM (
    SELECT s.id, n.id AS newer, n.received_at AS superseded_at
    FROM (
        SELECT id, lead(id) OVER (PARTITION BY unit, period ORDER BY revision) AS newer
        FROM (
            SELECT t.id, t.unit, t.period, t.revision
            FROM intake.submission t
            SEMI JOIN rule_sent r ON r.id = t.id
            WHERE t.verdict IN ('accepted', 'accepted_with_warnings') AND NOT coalesce(t.after_close, false) AND t.against IS NULL
            QUALIFY intake.strength(t.evidence, t.against) >= max(intake.strength(t.evidence, t.against)) OVER (
                PARTITION BY t.unit, t.period ORDER BY t.revision)
        )
    ) following
    RIGHT JOIN rule_sent s ON s.id = following.id
    LEFT JOIN intake.submission n ON n.id = following.newer
) due
WHERE submission.id = due.id AND submission.superseded_by IS DISTINCT FROM due.newer
