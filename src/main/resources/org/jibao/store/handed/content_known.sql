-- What counts in this package and did not in the one before has its content only now.
UPDATE intake.submission
SET content = true
WHERE id IN (
    SELECT n.ours
    FROM handed_number n
    JOIN handed_submissions s ON s.submission = n.theirs
    WHERE n.known AND NOT n.stored AND s.standing = 'counted'
)
