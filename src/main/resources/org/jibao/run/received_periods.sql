-- $1 job, $2 as of. Periods for which something was received and read by then, but for what came after their closing.
SELECT DISTINCT period
FROM intake.standing_at($2)
WHERE job = $1 AND verdict IN ('accepted', 'accepted_with_warnings', 'returned') AND NOT shut_out AND NOT opposed
