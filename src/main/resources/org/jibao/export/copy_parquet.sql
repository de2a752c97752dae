COPY (FROM ${table})
TO ${file} (FORMAT parquet, COMPRESSION zstd)
