-- The numbers by which the office counts what it has handed on before.
UPDATE intake.from_package
SET revision = now.revision
FROM (
    SELECT n.ours, s.revision::INTEGER AS revision
    FROM handed_submissions s
    JOIN handed_number n ON n.theirs = s.submission AND n.known
) now
WHERE submission = now.ours AND from_package.revision IS DISTINCT FROM now.revision
