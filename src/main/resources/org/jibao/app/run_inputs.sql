-- $1 job, $2 a number, $3 how many: the first files settled after it, in the order in which they were received, each with the code of
-- its weightiest finding.
WITH page AS (
    SELECT s.id, s.file, s.sha256, s.verdict
    FROM intake.submission s
    ANTI JOIN intake.from_package p ON p.submission = s.id
    WHERE s.job = $1 AND s.id > $2
    ORDER BY s.id
    LIMIT $3
),
weighed AS (
    SELECT
        submission,
        arg_min(code, {
            'weight': CASE WHEN code = 'return-held' THEN 0 WHEN code = 'return-after-close' THEN 2 WHEN severity = 'error' THEN 1 WHEN severity = 'warning' THEN 3 ELSE 4 END,
            'number': number}) AS code
    FROM intake.finding
    WHERE submission > $2 AND submission <= (SELECT max(id) FROM page) AND until IS NULL
    GROUP BY submission
)
SELECT p.id, p.file, p.sha256, p.verdict, coalesce(w.code, '') AS code
FROM page p
LEFT JOIN weighed w ON w.submission = p.id
ORDER BY p.id
