-- One session at a time makes the tables; the others wait until its transaction ends.
SELECT pg_advisory_xact_lock(hashtext('jibao cluster schema ' || current_schema()))
