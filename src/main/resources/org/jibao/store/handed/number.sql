-- $1 job, $2 office, $3 period, $4 the highest number given, $5 the package's own. The number here of each submission that was handed on
-- now: that of the same file where an earlier package had it with the same content, or a new one. known: it is not new. stored: its cells
-- are here already.
CREATE OR REPLACE TEMP TABLE handed_number AS
WITH earlier AS (
    SELECT f.submission, substr(s.file, length(p.file) + 2) AS file, s.sha256, s.received_at, s.unit, s.content
    FROM intake.package k
    JOIN intake.from_package f ON f.package = k.submission
    JOIN intake.submission s ON s.id = f.submission
    JOIN intake.submission p ON p.id = k.submission
    WHERE k.job = $1 AND k.office = $2 AND k.period = $3
),
stored AS (
    SELECT e.*, h.content AS digest
    FROM earlier e
    LEFT JOIN (SELECT submission, max(content) AS content FROM intake.handed GROUP BY submission) h USING (submission)
),
theirs AS (
    SELECT s.*, c.content AS digest
    FROM handed_submissions s
    LEFT JOIN handed_content c USING (submission)
),
matched AS (
    SELECT t.submission AS theirs, e.submission AS ours, e.content AS stored
    FROM (
        SELECT *, row_number() OVER (PARTITION BY file, sha256, received_at, unit, digest ORDER BY submission) AS twin
        FROM theirs
    ) t
    JOIN (
        SELECT *, row_number() OVER (PARTITION BY file, sha256, received_at, unit, digest ORDER BY submission) AS twin
        FROM stored
    ) e
        ON (e.file, e.sha256, e.received_at, e.twin) = (t.file, t.sha256, t.received_at, t.twin)
        AND e.unit IS NOT DISTINCT FROM t.unit
        AND (e.digest = t.digest OR e.digest IS NULL OR t.digest IS NULL)
    QUALIFY row_number() OVER (PARTITION BY t.submission ORDER BY e.digest NULLS LAST, e.submission) = 1
        AND row_number() OVER (PARTITION BY e.submission ORDER BY t.digest NULLS LAST, t.submission) = 1
)
SELECT t.submission AS theirs,
    coalesce(m.ours, greatest($4, $5) + row_number() OVER (PARTITION BY m.ours IS NULL ORDER BY t.received_at, t.submission)) AS ours,
    m.ours IS NOT NULL AS known, coalesce(m.stored, false) AS stored
FROM theirs t
LEFT JOIN matched m ON m.theirs = t.submission
