-- $1 job, $2 as of: three hashes, of where everything stood then, of what was found in it, and of what officers decided. They do
-- not depend on the runs in which it was taken in, nor on its numbers. An approval changes no figure.
-- Each is of one short line a return: the texts of hundreds of thousands would not go into the engine's memory.
WITH settled AS (
    SELECT
        id,
        left(sha256(concat_ws('|', received_at, file, sha256)), 32) AS mark,
        left(sha256(concat_ws('|', received_at, file, sha256, verdict, unit, period, revision, nullif(evidence, 'words'), against, against_unit)), 32) AS line
    FROM intake.standing_at($2)
    WHERE job = $1
),
${found}
SELECT
    (SELECT sha256(coalesce(string_agg(line, '' ORDER BY line), '')) FROM settled) AS submissions,
    (SELECT sha256(coalesce(string_agg(line, '' ORDER BY line), '')) FROM found) AS findings,
    (SELECT sha256(coalesce(string_agg(concat_ws('|', d.kind, d.unit, d.period, s.mark, d.fingerprint, d.decided_by, d.decided_at, d.reason), chr(10) ORDER BY d.decided_at, d.kind, d.unit, d.period, s.mark, d.fingerprint), ''))
     FROM intake.decision d
     LEFT JOIN settled s ON s.id = d.submission
     WHERE d.job = $1 AND d.decided_at <= $2 AND d.kind <> 'approve') AS decisions
