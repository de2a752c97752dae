-- $1 an attached database, $2 schema, $3 table: its columns. default: an expression, also of a generated column.
SELECT column_name, data_type, column_default
FROM duckdb_columns()
WHERE database_name = $1 AND schema_name = $2 AND table_name = $3
ORDER BY column_index
