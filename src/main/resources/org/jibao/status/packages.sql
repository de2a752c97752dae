-- $1 job, $2 period, $3 as of: the package of each office that holds.
SELECT office, as_of, approved_by
FROM intake.package_at($3)
WHERE job = $1 AND period = $2
