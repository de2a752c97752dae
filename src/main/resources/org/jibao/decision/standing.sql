-- $1 job, $2 as of, $3 number.
SELECT id, file, unit, period, revision, standing
FROM intake.standing_at($2)
WHERE job = $1 AND id = $3
