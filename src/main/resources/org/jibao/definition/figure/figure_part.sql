-- How many cells each numerator and denominator has, and what is added to them.
SELECT t[1] AS figure, t[2] AS dimension, t[3] AS item, t[4] AS part, t[5]::INTEGER AS cells, t[6]::DECIMAL(18, 4) AS constant
FROM (
    SELECT string_split(unnest([
${rows}
    ]::VARCHAR[]), ' ') AS t
)
