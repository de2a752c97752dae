-- Another session may hand out slices.
SELECT pg_advisory_unlock(hashtext('jibao cluster ' || current_schema()))
