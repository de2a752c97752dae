-- How many parts mart.figure is made in, by how many rows it has at most.
SELECT 1 + (
    (SELECT count(*) FROM mart.reporting) * (SELECT count(*) FROM mart.figure_item WHERE of_units)
    + (SELECT count(*) FROM mart.reporting WHERE level <> 'unit') * (SELECT count(*) FROM mart.figure_item WHERE NOT of_units)
) // ${most}
