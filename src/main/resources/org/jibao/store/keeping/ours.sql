-- Whether an attached database is a store.
SELECT count(*)
FROM duckdb_tables()
WHERE database_name = ? AND schema_name = 'intake' AND table_name = 'store_version'
