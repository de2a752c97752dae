-- The rows of a table that a part of the files has, as they are in the current transaction.
COPY (SELECT * FROM intake.${table}) TO ${file} (FORMAT parquet, COMPRESSION zstd)
