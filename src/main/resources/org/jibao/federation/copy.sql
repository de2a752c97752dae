COPY (FROM ${table})
TO ${file} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)
