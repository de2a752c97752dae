-- $1 job, $2 as of, $3 period, $4 unit: the submission whose findings are spoken of, the one that counts if there is one.
SELECT id, file, unit, period, revision, standing
FROM intake.standing_at($2)
WHERE job = $1 AND period = $3 AND unit = $4
    AND standing IN ('counted', 'returned', 'after_close', 'held')
ORDER BY standing = 'counted' DESC, standing <> 'held' DESC, revision DESC
LIMIT 1
