-- Whether the last of the tables is there.
SELECT to_regclass('jibao_cluster_member') IS NOT NULL
