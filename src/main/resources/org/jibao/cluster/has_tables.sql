-- Whether the last of the tables is there. By the catalog's rows: what a session knows of a name may be older than a lock it
-- has just been given.
SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE relname = 'jibao_cluster_member' AND pg_table_is_visible(oid))
