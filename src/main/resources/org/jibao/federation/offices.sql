-- The packages of offices below that came to this one and to those below it, and which of them are missing.
SELECT office, state, as_of, received_at, approved_by, approved_at, file
FROM returns.package
ORDER BY position, office
