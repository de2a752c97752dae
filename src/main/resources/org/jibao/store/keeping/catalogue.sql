-- $1 an attached database: all that it defines, as the engine writes it. Nothing of it is run, and no view is bound.
SELECT 'schema' AS kind, schema_name, '' AS name, '' AS definition
FROM duckdb_schemas()
WHERE database_name = $1 AND NOT internal
UNION ALL
SELECT 'table', schema_name, table_name, sql
FROM duckdb_tables()
WHERE database_name = $1 AND NOT internal
UNION ALL
SELECT 'view', schema_name, view_name, sql
FROM duckdb_views()
WHERE database_name = $1 AND NOT internal
UNION ALL
SELECT 'macro', schema_name, function_name, concat_ws(' ', function_type, parameters, macro_definition)
FROM duckdb_functions()
WHERE database_name = $1 AND NOT internal
UNION ALL
SELECT 'sequence', schema_name, sequence_name, concat_ws(' ', min_value, max_value, increment_by, cycle)
FROM duckdb_sequences()
WHERE database_name = $1
UNION ALL
SELECT 'index', schema_name, index_name, concat_ws(' ', table_name, is_unique, is_primary, expressions, sql)
FROM duckdb_indexes()
WHERE database_name = $1
UNION ALL
SELECT 'type', schema_name, type_name, logical_type
FROM duckdb_types()
WHERE database_name = $1 AND NOT internal
UNION ALL
SELECT 'trigger', schema_name, trigger_name, ''
FROM duckdb_triggers()
WHERE database_name = $1
ORDER BY ALL
