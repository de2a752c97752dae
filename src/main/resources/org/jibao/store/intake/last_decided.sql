-- $1 job: when something of it was decided last, about a file or by an officer; NULL where nothing was.
SELECT max(decided_at) AS decided_at
FROM (
    SELECT decided_at FROM intake.submission WHERE job = $1
    UNION ALL
    SELECT decided_at FROM intake.decision WHERE job = $1
)
