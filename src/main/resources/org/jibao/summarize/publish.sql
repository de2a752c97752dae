-- $1 job, $2 period, $3 as of, $4 digest, $5 the job folder's.
INSERT INTO intake.publication
SELECT (SELECT coalesce(max(id), 0) + 1 FROM intake.publication), $1, $2, $3, $4, $5,
    (SELECT max(id) FROM intake.submission)
