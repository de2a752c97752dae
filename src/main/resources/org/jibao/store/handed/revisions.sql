-- $1 job, $2 office, $3 period. Revisions count what came for a unit and period in the order of receipt, in packages and by itself.
UPDATE intake.submission
SET revision = numbered.revision
FROM (
    WITH handed AS (
        SELECT f.submission AS id, f.revision
        FROM intake.package k
        JOIN intake.from_package f ON f.package = k.submission
        WHERE k.job = $1 AND k.office = $2 AND k.period = $3 AND f.revision IS NOT NULL
    ),
    units AS (
        SELECT DISTINCT s.unit
        FROM intake.submission s
        JOIN handed h USING (id)
    )
    SELECT s.id, row_number() OVER (
        PARTITION BY s.unit ORDER BY s.received_at, f.revision, s.file, s.sha256, s.id) AS revision
    FROM intake.submission s
    SEMI JOIN units u ON u.unit = s.unit
    LEFT JOIN intake.from_package f ON f.submission = s.id
    WHERE s.job = $1 AND s.period = $3 AND CASE WHEN f.submission IS NULL THEN s.content AND s.duplicate_of IS NULL ELSE f.revision IS NOT NULL END
) numbered
WHERE submission.id = numbered.id AND submission.revision IS DISTINCT FROM numbered.revision
