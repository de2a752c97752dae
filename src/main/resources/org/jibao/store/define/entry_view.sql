-- One row an entry of the current accepted revision of each return.
CREATE OR REPLACE VIEW returns.${view} AS
SELECT s.job, s.period, s.unit, s.id AS submission, e.sheet, e."row", ${fields}
FROM ${table} e
JOIN returns.submission s ON s.id = e.submission
