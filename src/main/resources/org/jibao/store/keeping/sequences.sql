-- Every sequence of an attached database, and the last number it gave.
SELECT schema_name, sequence_name, last_value
FROM duckdb_sequences()
WHERE database_name = ?
ORDER BY ALL
