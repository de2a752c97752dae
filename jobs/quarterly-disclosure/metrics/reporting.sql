-- The five reporting metrics, for every scope in which somebody owes a return.
SELECT * FROM returns.reporting
