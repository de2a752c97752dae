-- Every file that came for the period, by itself or in a package, and where it stood: what counts, and what does not.
SELECT
    id AS submission, period, unit, revision, verdict, standing, reason, received_at, first_received_at, decided_at, after_close,
    file, sha256, size, form_version, duplicate_of
FROM returns.standing
WHERE job = ${job} AND period = ${period} AND verdict <> 'package'
ORDER BY received_at, file, sha256, id
