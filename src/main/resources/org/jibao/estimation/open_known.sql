-- A store whose figures an earlier version of the program computed does not have the table.
SELECT 1
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'mart' AND table_name = 'open'
