SELECT figure
FROM mart.figure_definition
ORDER BY position
