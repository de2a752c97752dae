DELETE FROM intake.${table}
WHERE submission IN (
    SELECT f.submission
    FROM intake.package k
    JOIN intake.from_package f ON f.package = k.submission
    WHERE k.job = $1 AND k.office = $2 AND k.period = $3
)
