-- The columns of a register's table; none where nothing was collected with that form.
SELECT column_name
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'intake' AND table_name = ?
