-- What a Parquet file says of itself: its rows, and how large its columns are when unpacked.
SELECT
    coalesce(sum(row_group_num_rows) FILTER (first_column), 0)::BIGINT AS "rows",
    coalesce(sum(total_uncompressed_size), 0)::BIGINT AS bytes
FROM (SELECT *, column_id = 0 AS first_column FROM parquet_metadata(${file}))
