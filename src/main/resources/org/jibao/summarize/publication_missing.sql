-- $1 job, $2 period, $3 as of, $4 digest. Whether a summary is to be put on record: not where one of a later or the same time stands
-- there, nor where the last one said the same.
SELECT count(*)
FROM (SELECT 1)
WHERE NOT EXISTS (FROM intake.publication WHERE job = $1 AND period = $2 AND as_of >= $3)
    AND $4 IS DISTINCT FROM (
        SELECT arg_max(digest, id) FROM intake.publication WHERE job = $1 AND period = $2
    )
