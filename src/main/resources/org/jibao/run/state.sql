-- $1 job, $2 as of: three hashes, of where everything stood then, of what was found in it, and of what officers decided. They do
-- not depend on the runs in which it was taken in, nor on its numbers. An approval changes no figure.
WITH settled AS (
    SELECT *, concat_ws('|', received_at, file, sha256) AS mark
    FROM intake.standing_at($2)
    WHERE job = $1
)
SELECT
    (SELECT sha256(coalesce(string_agg(concat_ws('|', mark, verdict, unit, period, revision, nullif(evidence, 'words'), against, against_unit), chr(10) ORDER BY mark), ''))
     FROM settled) AS submissions,
    (SELECT sha256(coalesce(string_agg(concat_ws('|', s.mark, f.number, f.fingerprint, f.severity), chr(10) ORDER BY s.mark, f.number), ''))
     FROM intake.finding_at($2) f
     JOIN settled s ON s.id = f.submission) AS findings,
    (SELECT sha256(coalesce(string_agg(concat_ws('|', d.kind, d.unit, d.period, s.mark, d.fingerprint, d.decided_by, d.decided_at, d.reason), chr(10) ORDER BY d.decided_at, d.kind, d.unit, d.period, s.mark, d.fingerprint), ''))
     FROM intake.decision d
     LEFT JOIN settled s ON s.id = d.submission
     WHERE d.job = $1 AND d.decided_at <= $2 AND d.kind <> 'approve') AS decisions
