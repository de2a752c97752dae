-- $1 job, $2 office, $3 period, $4 as of, $5 received at: how many packages are here, and how many of them make one of this moment an old one.
SELECT count(*) AS packages, count(*) FILTER (as_of >= $4 AND received_at <= $5) AS newer
FROM intake.package
WHERE job = $1 AND office = $2 AND period = $3
