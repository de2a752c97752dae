-- One row if the last instance of the job has no execution, or its last execution did not come to its end.
WITH last_instance AS (
    SELECT max(job_instance_id) AS id
    FROM batch.BATCH_JOB_INSTANCE
    WHERE job_name = ?
),
last_execution AS (
    SELECT i.id, max_by(e.status, e.job_execution_id) AS status
    FROM last_instance i
    LEFT JOIN batch.BATCH_JOB_EXECUTION e ON e.job_instance_id = i.id
    WHERE i.id IS NOT NULL
    GROUP BY i.id
)
SELECT id
FROM last_execution
WHERE coalesce(status, 'none') NOT IN ('COMPLETED', 'ABANDONED')
