-- One row a declared cell of the current accepted revision of each return.
CREATE OR REPLACE VIEW returns.${long} AS
SELECT
    s.job, s.period, s.unit, s.id AS submission,
    o."row", o."column", o.status, o.value, o.raw, o.sheet, o.cell
FROM intake.observation o
JOIN returns.submission s ON s.id = o.submission
WHERE o.form = ${form}
