-- $1 job, $2 a number: the files settled after it, in the order in which they were received, each with the code of its
-- weightiest finding.
WITH weighed AS (
    SELECT
        submission,
        arg_min(code, {
            'weight': CASE WHEN code = 'return-held' THEN 0 WHEN code = 'return-after-close' THEN 2 WHEN severity = 'error' THEN 1 WHEN severity = 'warning' THEN 3 ELSE 4 END,
            'number': number}) AS code
    FROM intake.finding
    WHERE submission > $2 AND until IS NULL
    GROUP BY submission
)
SELECT s.file, s.sha256, s.verdict, coalesce(w.code, '') AS code
FROM intake.submission s
LEFT JOIN weighed w ON w.submission = s.id
ANTI JOIN intake.from_package p ON p.submission = s.id
WHERE s.job = $1 AND s.id > $2
ORDER BY s.id
