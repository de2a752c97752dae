-- Who takes part, from now on or still. Those that were not heard of for a day are forgotten.
WITH forgotten AS (
    DELETE FROM jibao_cluster_member WHERE seen < now() - INTERVAL '1 day'
)
INSERT INTO jibao_cluster_member (id, role, host, process, program, job, job_digest, mark_key, memory, seen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, now())
ON CONFLICT (id) DO UPDATE SET
    program = excluded.program, job = excluded.job, job_digest = excluded.job_digest,
    mark_key = excluded.mark_key, memory = excluded.memory, seen = excluded.seen
