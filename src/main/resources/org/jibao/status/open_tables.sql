-- A row where what is unlikely and open is kept: a snapshot of an earlier version has none of it.
SELECT 1
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'outlook' AND table_name = 'open'
