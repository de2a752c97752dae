-- The highest number below which everything of the job is settled.
SELECT coalesce(
    min(id) FILTER (WHERE verdict = 'pending') - 1,
    max(id),
    0)::BIGINT
FROM intake.submission
WHERE job = ?
