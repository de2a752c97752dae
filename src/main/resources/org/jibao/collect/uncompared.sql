-- $1 job, $2 as of: the periods of which a package holds whose figures are still to be compared.
SELECT DISTINCT period
FROM intake.package_at($2)
WHERE job = $1 AND NOT compared
ORDER BY period
