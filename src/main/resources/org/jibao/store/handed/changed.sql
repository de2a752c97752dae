-- $1 the package's number, $2 job, $3 office, $4 period: against the package that held before it.
WITH others AS (
    SELECT *
    FROM intake.package
    WHERE job = $2 AND office = $3 AND period = $4 AND submission <> $1
),
before AS (
    SELECT s.unit, h.submission
    FROM intake.handed h
    JOIN intake.submission s ON s.id = h.submission
    WHERE h.standing = 'counted' AND h.package = (SELECT arg_max(submission, as_of) FROM others)
),
now AS (
    SELECT s.unit, h.submission
    FROM intake.handed h
    JOIN intake.submission s ON s.id = h.submission
    WHERE h.standing = 'counted' AND h.package = $1
)
SELECT
    count(n.submission) AS returns,
    count(*) FILTER (b.submission IS NULL) AS fresh,
    count(*) FILTER (b.submission <> n.submission) AS revised,
    count(*) FILTER (n.submission IS NULL) AS gone
FROM now n
FULL JOIN before b USING (unit)
