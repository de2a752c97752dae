-- $1 submission, $2 how many rows of a sheet are given: the entries of one register.
SELECT *
FROM intake.${table}
WHERE submission = $1 AND "row" <= $2
ORDER BY sheet, "row"
