-- $1 how many batches there are, $2 which one: its cells.
SELECT *
FROM unlikely_cell
WHERE number % $1 = $2
ORDER BY number, place
