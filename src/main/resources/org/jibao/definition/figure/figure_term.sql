-- The cells that each numerator and denominator adds up, with the factor of each, or the cell that it is weighted with. One text a cell:
-- a text is checked as one constant, eleven columns of VALUES as eleven.
SELECT
    t[1] AS figure, t[2] AS dimension, t[3] AS item, t[4] AS part, t[5] AS form, t[6] AS "row", t[7] AS "column",
    t[8]::DECIMAL(18, 8) AS factor, t[9] AS weight_form, t[10] AS weight_row, t[11] AS weight_column
FROM (
    SELECT string_split(unnest([
${rows}
    ]::VARCHAR[]), ' ') AS t
)
