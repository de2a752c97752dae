-- Classes of job parameters that no job of ours has.
SELECT DISTINCT PARAMETER_TYPE AS parameter_type
FROM ${schema}.BATCH_JOB_EXECUTION_PARAMS
WHERE parameter_type NOT IN ('java.lang.Long', 'java.lang.String')
ORDER BY ALL
