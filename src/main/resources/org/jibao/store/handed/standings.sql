-- $1 job, $2 office, $3 period: where what was handed on stands, from each package on that changed something. A package that speaks of
-- an earlier moment than one received before it changes nothing.
CREATE OR REPLACE TEMP TABLE handed_step AS
WITH known AS (
    SELECT submission AS package, received_at, as_of
    FROM intake.package
    WHERE job = $1 AND office = $2 AND period = $3
),
effective AS (
    SELECT *
    FROM known
    QUALIFY as_of > coalesce(max(as_of) OVER (
        ORDER BY received_at, as_of DESC, package ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), TIMESTAMP '-infinity')
),
said AS (
    SELECT h.*
    FROM intake.handed h
    SEMI JOIN effective e ON e.package = h.package
),
every AS (
    SELECT s.submission, e.package, e.received_at AS since
    FROM (SELECT DISTINCT submission FROM said) s
    CROSS JOIN effective e
),
step AS (
    SELECT e.submission, e.since, last_value(s.verdict IGNORE NULLS) OVER followed AS verdict, s.standing
    FROM every e
    LEFT JOIN said s ON (s.package, s.submission) = (e.package, e.submission)
    WINDOW followed AS (PARTITION BY e.submission ORDER BY e.since)
),
-- What a later package has no more: an acceptable return is withdrawn, anything else is nothing any more.
worded AS (
    SELECT submission, since,
        CASE WHEN standing IS NULL AND verdict NOT IN ('accepted', 'accepted_with_warnings') THEN 'duplicate' ELSE verdict END AS verdict,
        coalesce(standing, CASE WHEN verdict IN ('accepted', 'accepted_with_warnings') THEN 'withdrawn' ELSE 'duplicate' END) AS standing
    FROM step
    WHERE verdict IS NOT NULL
)
SELECT *
FROM worded
QUALIFY (verdict, standing) IS DISTINCT FROM lag((verdict, standing)) OVER (PARTITION BY submission ORDER BY since)
