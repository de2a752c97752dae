-- The figures of record, as the office has approved them: the upper office compares its own with them.
SELECT
    period::VARCHAR AS period, scope::VARCHAR AS scope, position::BIGINT AS position, figure::VARCHAR AS figure,
    format::VARCHAR AS format, value::DECIMAL(38, 12) AS value
FROM returns.figure_of_record
WHERE period = ${period}
ORDER BY position, scope, figure
