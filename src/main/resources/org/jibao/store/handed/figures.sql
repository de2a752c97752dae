-- $1 the package's number.
INSERT INTO intake.handed_figure
SELECT $1, scope, figure, format, value::DECIMAL(38, 12)
FROM handed_figures
