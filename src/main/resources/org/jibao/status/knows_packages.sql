-- A snapshot that an earlier program published has no packages.
SELECT count(*)
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'intake' AND table_name = 'package'
