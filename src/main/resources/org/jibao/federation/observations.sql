-- Every declared cell of the grids of what counts, as it was read.
SELECT o.submission, o.form, o."row", o."column", o.status, o.value, o.raw, o.sheet, o.cell
FROM intake.observation o
JOIN returns.submission s ON s.id = o.submission
WHERE s.job = ${job} AND s.period = ${period}
ORDER BY o.submission, o.form, o."row", o."column", o.sheet, o.cell
