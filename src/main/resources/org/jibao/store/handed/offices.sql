-- $1 the package's number.
INSERT INTO intake.handed_office
SELECT $1, office, state, as_of, received_at, approved_by, approved_at, file
FROM handed_offices
