-- How many files the slices have that are done. There is one plan at a time.
SELECT coalesce(sum(WRITE_COUNT), 0)::BIGINT
FROM BATCH_STEP_EXECUTION
WHERE STATUS = 'COMPLETED' AND STEP_NAME LIKE 'read-slice:%'
