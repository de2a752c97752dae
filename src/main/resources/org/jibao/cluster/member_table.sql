-- Who takes part, and by which program, job folder, key of templates and memory. seen is the database's clock.
CREATE TABLE jibao_cluster_member (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    role VARCHAR(10) NOT NULL,
    host VARCHAR(100) NOT NULL,
    process BIGINT NOT NULL,
    program VARCHAR(100) NOT NULL,
    job VARCHAR(100) NOT NULL,
    job_digest VARCHAR(64) NOT NULL,
    mark_key VARCHAR(64) NOT NULL,
    memory BIGINT NOT NULL,
    seen TIMESTAMP WITH TIME ZONE NOT NULL
);
