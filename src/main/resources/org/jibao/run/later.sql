-- $1 job, $2 as of: how much was decided later, about files or by officers.
SELECT
    (SELECT count(*) FROM intake.submission WHERE job = $1 AND decided_at > $2)
    + (SELECT count(*) FROM intake.decision WHERE job = $1 AND decided_at > $2)
