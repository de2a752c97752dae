-- How many files the slices have that are done in a job execution.
SELECT coalesce(sum(WRITE_COUNT), 0)::BIGINT
FROM BATCH_STEP_EXECUTION
WHERE JOB_EXECUTION_ID = ? AND STATUS = 'COMPLETED' AND STEP_NAME LIKE 'read-slice:%'
