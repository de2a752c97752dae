-- Periods for which something was received and read by a time.
SELECT DISTINCT period
FROM intake.submission
WHERE job = ? AND decided_at <= ? AND verdict IN ('accepted', 'accepted_with_warnings', 'returned')
