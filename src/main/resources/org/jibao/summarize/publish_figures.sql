-- $1 period.
INSERT INTO intake.published_figure
SELECT (SELECT max(id) FROM intake.publication), scope, figure, value
FROM returns.figure_of_record
WHERE period = $1
ORDER BY position
