-- Whether an attached database is a store: its table of versions is a table of two plain columns, which can be read without
-- running anything.
SELECT count(*)
FROM duckdb_tables()
WHERE database_name = ? AND schema_name = 'intake' AND table_name = 'store_version'
    AND sql = 'CREATE TABLE intake.store_version("version" INTEGER, applied_at TIMESTAMP);'
