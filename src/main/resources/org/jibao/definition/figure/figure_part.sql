-- How many cells each numerator and denominator has, and what is added to them.
SELECT figure, dimension, item, part, cells, constant::DECIMAL(18, 4) AS constant
FROM (VALUES
${rows}
) AS t (figure, dimension, item, part, cells, constant)
WHERE figure IS NOT NULL
