-- $1 period: a row where its cells are held.
SELECT 1
FROM mart.figure_source
WHERE period = $1
LIMIT 1
