-- Every cell behind every figure, with the file that holds it; mart.figure_source has those of the parts as well. The kinds of
-- unit divide a table that is too long for one sheet.
WITH kinds AS (
    SELECT l.id AS kind, l.zh, l.en
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.axis = 'kind'
)
SELECT
    s.figure, s.part, s.name, s.sheet, s.cell, s.raw, s.status, s.factor, s.value, s.included, s.file, s.sha256,
    k.zh AS kind_zh, k.en AS kind_en
FROM mart.figure_source s
JOIN mart.reporting_unit u USING (period, unit)
LEFT JOIN kinds k USING (kind)
WHERE s.dimension = ''
ORDER BY s.position, s.part, s.unit_position, s.sheet, s.cell
