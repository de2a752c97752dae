-- Revisions count what a unit sent for a period in the order of receipt, without duplicates. What came in packages for the same units
-- is counted with it, in the order in which its office counts it.
WITH sent AS (
    SELECT s.id, s.unit, s.period, s.received_at, NULL::INTEGER AS handed, s.file, s.sha256, i.duplicate_of IS NULL AS counts
    FROM rule_sent s
    JOIN intake.submission i USING (id)
    UNION ALL
    SELECT p.id, p.unit, p.period, p.received_at, f.revision, p.file, p.sha256, true
    FROM intake.from_package f
    JOIN intake.submission p ON p.id = f.submission
    SEMI JOIN (SELECT i.job, i.unit, i.period FROM rule_sent s JOIN intake.submission i USING (id)) r
        ON (r.job, r.unit, r.period) = (p.job, p.unit, p.period)
    WHERE f.revision IS NOT NULL
)
UPDATE intake.submission
SET revision = numbered.revision
FROM (
    SELECT id, CASE WHEN counts THEN row_number() OVER (
        PARTITION BY unit, period, counts ORDER BY received_at, handed, file, sha256, id) END AS revision
    FROM sent
) numbered
WHERE submission.id = numbered.id AND submission.revision IS DISTINCT FROM numbered.revision
