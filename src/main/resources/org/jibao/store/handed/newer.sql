-- $1 job, $2 office, $3 period, $4 as of, $5 received at: a package that makes one of this moment an old one.
SELECT submission
FROM intake.package
WHERE job = $1 AND office = $2 AND period = $3 AND as_of >= $4 AND received_at <= $5
LIMIT 1
