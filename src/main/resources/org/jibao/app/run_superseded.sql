-- $1 job, $2 a number: how many submissions gave way to one that was settled after it.
SELECT count(*) FROM intake.submission WHERE job = $1 AND superseded_by > $2
