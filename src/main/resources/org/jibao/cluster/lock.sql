-- Whether this session is the one that hands out slices in this schema. The lock goes with the session.
SELECT pg_try_advisory_lock(hashtext('jibao cluster ' || current_schema()))
