-- From which cells each figure is made: a part is the sum of factor × cell, or of cell × weight.
SELECT figure, dimension, item, part, form, "row", "column", factor::DECIMAL(10, 4) AS factor, weight_form::VARCHAR AS weight_form,
    weight_row::VARCHAR AS weight_row, weight_column::VARCHAR AS weight_column
FROM (VALUES
${rows}
) AS t (figure, dimension, item, part, form, "row", "column", factor, weight_form, weight_row, weight_column)
WHERE figure IS NOT NULL
