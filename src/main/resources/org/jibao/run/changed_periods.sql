-- $1 job, $2 after, $3 up to: the periods of which something was settled or decided between two moments.
SELECT DISTINCT period
FROM (
    SELECT period FROM intake.submission WHERE job = $1 AND decided_at > $2 AND decided_at <= $3
    UNION ALL
    SELECT period FROM intake.decision WHERE job = $1 AND decided_at > $2 AND decided_at <= $3
)
WHERE period IS NOT NULL
