-- Expressions as DuckDB's own parser sees them, never run.
SELECT json_serialize_sql(unnest([
${statements}
])) AS tree
