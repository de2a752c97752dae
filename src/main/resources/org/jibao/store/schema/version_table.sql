SELECT count(*)
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'intake' AND table_name = 'store_version'
