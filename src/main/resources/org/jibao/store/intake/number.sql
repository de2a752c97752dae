-- Revisions count what a unit sent for a period in the order of receipt, without duplicates.
UPDATE intake.submission
SET revision = numbered.revision
FROM (
    SELECT s.id,
        CASE WHEN i.duplicate_of IS NULL THEN row_number() OVER (
            PARTITION BY s.unit, s.period, i.duplicate_of IS NULL ORDER BY s.received_at, s.file, s.sha256, s.id) END AS revision
    FROM rule_sent s
    JOIN intake.submission i USING (id)
) numbered
WHERE submission.id = numbered.id AND submission.revision IS DISTINCT FROM numbered.revision
