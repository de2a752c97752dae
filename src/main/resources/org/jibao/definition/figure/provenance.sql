-- Every cell behind every figure, with the file that holds it; mart.figure_source has those of the parts as well.
SELECT
    figure, part, name, sheet, cell, raw, status, factor, value, included, file, sha256
FROM mart.figure_source
WHERE dimension = ''
ORDER BY position, part, unit_position, sheet, cell
