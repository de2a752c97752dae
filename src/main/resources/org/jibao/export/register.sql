SELECT * EXCLUDE (job)
FROM returns.${view}
WHERE job = ${job} AND ${only}
ORDER BY period, unit, submission, sheet, "row"
