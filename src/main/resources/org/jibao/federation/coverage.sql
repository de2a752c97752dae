-- What became of each return that is owed.
SELECT
    unit, state, standing, days_late, first_received_at, received_at, revision, submission, accepted, zero, revisions, errors, warnings, held
FROM returns.reporting_unit
WHERE period = ${period}
ORDER BY position, unit
