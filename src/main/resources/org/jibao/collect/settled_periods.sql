-- Every settled file of a job with its period, or a word for those without; of several submissions of one, the last.
SELECT file, sha256, coalesce(arg_max_null(period, id), ?) AS period
FROM intake.submission
WHERE job = ? AND verdict <> 'pending'
GROUP BY file, sha256
ORDER BY ALL
