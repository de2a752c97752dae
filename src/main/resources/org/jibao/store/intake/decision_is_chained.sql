-- A snapshot that an earlier program published has no chain.
SELECT count(*)
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'intake' AND table_name = 'decision' AND column_name = 'chain'
