-- $1 an attached database: the comments of its reference tables.
SELECT table_name, comment
FROM duckdb_tables()
WHERE database_name = $1 AND schema_name = 'reference' AND comment IS NOT NULL
