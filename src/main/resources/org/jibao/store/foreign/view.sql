CREATE VIEW foreign_part.${table} AS
FROM read_parquet(${file})
