-- Every cell behind every figure, with the file that holds it.
SELECT
    figure, dimension, item, part, name, sheet, cell, raw, status, factor, value, included, file, sha256
FROM mart.figure_source
ORDER BY position, dimension, item, part, unit_position, sheet, cell
