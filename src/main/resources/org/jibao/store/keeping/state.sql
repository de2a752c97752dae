-- What an attached store is, and the submission that was received last.
SELECT
    (SELECT max(version)::BIGINT FROM ${catalog}.intake.store_version) AS version,
    (SELECT min(applied_at) FROM ${catalog}.intake.store_version) AS created_at,
    count(*) AS submissions,
    arg_max(file, {'at': received_at, 'id': id}) AS newest,
    max(received_at) AS received_at
FROM ${catalog}.intake.submission
