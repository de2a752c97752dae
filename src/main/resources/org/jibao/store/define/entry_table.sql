CREATE TABLE IF NOT EXISTS ${table} (submission BIGINT, sheet VARCHAR, "row" INTEGER)
