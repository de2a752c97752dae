-- The reference tables that a job has brought.
SELECT table_name
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'reference' AND comment = ?
