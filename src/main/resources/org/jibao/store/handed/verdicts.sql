-- The verdict as it is now.
UPDATE intake.submission
SET verdict = now.verdict
FROM (
    SELECT submission, arg_max(verdict, since) AS verdict
    FROM handed_step
    GROUP BY submission
) now
WHERE id = now.submission AND submission.verdict IS DISTINCT FROM now.verdict
