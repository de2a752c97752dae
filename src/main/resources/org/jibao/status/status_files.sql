-- $1 job, $2 period, $3 the period has ended, $4 the next one has, $5 as of: how many files came for a period, and what each is.
-- One that names no period belongs to the last one that had ended when it came.
SELECT
    count(*) AS received,
    count(*) FILTER (standing = 'counted') AS counted,
    count(*) FILTER (standing = 'superseded') AS superseded,
    count(*) FILTER (standing = 'returned') AS returned,
    count(*) FILTER (standing = 'rejected') AS rejected,
    count(*) FILTER (standing = 'rejected' AND unit IS NULL) AS rejected_without_unit,
    count(*) FILTER (standing = 'after_close') AS after_close,
    count(*) FILTER (standing = 'withdrawn') AS withdrawn,
    count(*) FILTER (standing = 'duplicate') AS duplicate,
    count(*) FILTER (standing = 'held') AS held
FROM intake.standing_at($5)
WHERE job = $1 AND verdict <> 'package' AND (period = $2 OR (period IS NULL AND received_at >= $3 AND received_at < $4))
