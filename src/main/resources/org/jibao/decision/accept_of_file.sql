-- $1 job, $2 as of, $3 period, $4 file name, with or without its folders: the newest of each unit.
SELECT id, file, unit, period, revision, standing
FROM intake.standing_at($2)
WHERE job = $1 AND period = $3 AND (file = $4 OR ends_with(file, '/' || $4))
    AND standing IN ('counted', 'superseded', 'returned', 'after_close', 'held')
QUALIFY row_number() OVER (PARTITION BY unit ORDER BY revision DESC) = 1
ORDER BY unit
