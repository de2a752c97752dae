-- $1 job, $2 as of, $3 period: how many returns count, how many are held, and how many warnings of those that count have no answer.
WITH standing AS (
    FROM intake.standing_at($2)
    WHERE job = $1 AND period = $3
),
answered AS (
    SELECT f.fingerprint
    FROM intake.explanation e
    JOIN intake.standing_at($2) s ON s.id = e.submission
    JOIN intake.finding_at($2) f ON (f.submission, f.code) = (e.submission, e.code)
    WHERE s.job = $1 AND s.standing NOT IN ('withdrawn', 'held') AND NOT s.opposed
    UNION
    SELECT fingerprint
    FROM intake.decision
    WHERE job = $1 AND kind = 'accept' AND decided_at <= $2
)
SELECT
    (SELECT count(*) FROM standing WHERE standing = 'counted') AS counted,
    (SELECT count(*) FROM standing WHERE standing = 'held') AS held,
    (SELECT count(*)
     FROM intake.finding_at($2) f
     SEMI JOIN standing s ON s.id = f.submission AND s.standing = 'counted'
     WHERE lower(f.severity) = 'warning' AND f.fingerprint NOT IN (FROM answered)) AS unanswered
