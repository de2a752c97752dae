-- The views that are there.
SELECT view_name
FROM duckdb_views()
WHERE database_name = current_database() AND schema_name = 'returns' AND NOT internal
