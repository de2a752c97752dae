-- The entries of a register of what counts. Fields that the job calls sensitive are in no store.
SELECT * EXCLUDE (job, period, unit)
FROM returns.${view}
WHERE job = ${job} AND period = ${period}
ORDER BY submission, sheet, "row"
