-- Which tables of what is unlikely and open are there: a store of an earlier version has none.
SELECT table_name, schema_name
FROM duckdb_tables()
WHERE database_name = current_database()
    AND (schema_name, table_name) IN (('outlook', 'unlikely'), ('outlook', 'open'), ('mart', 'open'))
ORDER BY schema_name DESC
