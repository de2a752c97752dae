-- Every value of the file, from its first row to its last.
SELECT count(hash(r))
FROM read_parquet(${file}) r
