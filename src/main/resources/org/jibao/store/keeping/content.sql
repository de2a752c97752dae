-- The rows of a table, in one number that does not depend on their order.
SELECT count(*) AS "rows", coalesce(sum(hash(t)), 0)::VARCHAR AS content
FROM ${table} t
