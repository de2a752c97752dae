-- $1 job, $2 as of. The periods of what had been settled by then, but for what was sent after their closing: one stray
-- return of long ago must not stretch every trend back to it; nor must what a rejected file says in its name.
SELECT DISTINCT period
FROM intake.standing_at($2)
WHERE job = $1 AND period IS NOT NULL AND NOT shut_out AND NOT opposed AND content IS DISTINCT FROM false
