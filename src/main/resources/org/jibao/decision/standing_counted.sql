-- $1 job, $2 as of, $3 unit, $4 period.
SELECT id, file, unit, period, revision, standing
FROM intake.standing_at($2)
WHERE job = $1 AND unit = $3 AND period = $4 AND standing = 'counted'
