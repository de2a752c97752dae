-- $1 job, $2 as of: three hashes, of what was settled by then, of what was found in it, and of what officers decided.
WITH settled AS (
    SELECT *
    FROM intake.submission
    WHERE job = $1 AND decided_at <= $2
)
SELECT
    (SELECT sha256(coalesce(string_agg(concat_ws('|', id, file, sha256, verdict, unit, period, revision, received_at), chr(10) ORDER BY id), ''))
     FROM settled) AS submissions,
    (SELECT sha256(coalesce(string_agg(concat_ws('|', f.submission, f.number, f.fingerprint, f.severity), chr(10) ORDER BY f.submission, f.number), ''))
     FROM intake.finding f
     SEMI JOIN settled s ON s.id = f.submission) AS findings,
    (SELECT sha256(coalesce(string_agg(concat_ws('|', id, kind, unit, period, submission, fingerprint, decided_by, decided_at, reason), chr(10) ORDER BY id), ''))
     FROM intake.decision
     WHERE job = $1 AND decided_at <= $2) AS decisions
