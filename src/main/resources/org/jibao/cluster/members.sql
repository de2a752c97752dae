-- Those of a role that were heard of in the last half minute, by the database's clock.
SELECT host, process, program, job, job_digest, mark_key, memory
FROM jibao_cluster_member
WHERE role = ? AND seen > now() - INTERVAL '30 seconds'
ORDER BY host, process
LIMIT 100
