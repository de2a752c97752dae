-- What Parquet files say of themselves: their rows, and how large their columns are when unpacked.
SELECT
    file_name AS file,
    coalesce(sum(row_group_num_rows) FILTER (column_id = 0), 0)::BIGINT AS "rows",
    coalesce(sum(total_uncompressed_size), 0)::BIGINT AS bytes
FROM parquet_metadata([${files}])
GROUP BY file_name
