-- One row a row of the grid, one column a column of it; NULL is missing.
CREATE OR REPLACE VIEW returns.${by_row} AS
SELECT *
FROM (
    PIVOT (SELECT job, period, unit, submission, "row", "column", value FROM returns.${long})
    ON "column" IN (${columns})
    USING max(value)
    GROUP BY job, period, unit, submission, "row"
)
