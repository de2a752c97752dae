-- Every table of an attached database.
SELECT schema_name, table_name
FROM duckdb_tables()
WHERE database_name = ? AND NOT internal
ORDER BY ALL
