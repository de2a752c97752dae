UPDATE intake.finding
SET until = due.until
FROM (
    SELECT id, CASE WHEN duplicate_of IS NOT NULL THEN since END AS until
    FROM rule_expected
    SEMI JOIN rule_changed USING (id)
    GROUP BY id, CASE WHEN duplicate_of IS NOT NULL THEN since END
) due
WHERE finding.submission = due.id AND finding.until IS DISTINCT FROM due.until
