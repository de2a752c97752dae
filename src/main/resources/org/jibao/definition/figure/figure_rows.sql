-- How many rows mart.figure has, at most.
SELECT (SELECT count(*) FROM mart.reporting) * (SELECT count(*) FROM mart.figure_item WHERE of_units)
    + (SELECT count(*) FROM mart.reporting WHERE level <> 'unit') * (SELECT count(*) FROM mart.figure_item WHERE NOT of_units)
