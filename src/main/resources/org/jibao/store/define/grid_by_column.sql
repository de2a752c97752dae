-- One row a column of the grid, one column a row of it; NULL is missing.
CREATE OR REPLACE VIEW returns.${by_column} AS
SELECT *
FROM (
    PIVOT (SELECT job, period, unit, submission, "column", "row", value FROM returns.${long})
    ON "row" IN (${rows})
    USING max(value)
    GROUP BY job, period, unit, submission, "column"
)
