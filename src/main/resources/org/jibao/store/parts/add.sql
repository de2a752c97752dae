-- Adds the rows of parts, in the order of the files. A column that a part does not have stays empty.
INSERT INTO intake.${table} BY NAME
SELECT * FROM read_parquet([${files}], union_by_name = true)
