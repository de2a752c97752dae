-- $1 job, $2 period, $3 as of, $4 digest, $5 the job folder's. Not where one of a later or the same time stands there, nor where
-- the last one said the same.
INSERT INTO intake.publication
SELECT (SELECT coalesce(max(id), 0) + 1 FROM intake.publication), $1, $2, $3, $4, $5
WHERE NOT EXISTS (FROM intake.publication WHERE job = $1 AND period = $2 AND as_of >= $3)
    AND $4 IS DISTINCT FROM (
        SELECT arg_max(digest, id) FROM intake.publication WHERE job = $1 AND period = $2
    )
