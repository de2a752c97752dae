-- $1 job, $2 as of, $3 the last day of a period: three hashes as in state.sql, over what was sent and decided for periods that had
-- begun by that day. What comes for a later period changes none of them. An approval itself is no part of what is approved.
WITH settled AS (
    SELECT
        s.id,
        left(sha256(concat_ws('|', s.received_at, s.file, s.sha256)), 32) AS mark,
        left(sha256(concat_ws('|', s.received_at, s.file, s.sha256, s.verdict, s.standing, s.unit, s.period, s.revision)), 32) AS line
    FROM intake.standing_at($2) s
    SEMI JOIN intake.period t ON (t.job, t.period) = (s.job, s.period) AND t.start_date <= $3
    WHERE s.job = $1
),
${found},
decided AS (
    SELECT d.*
    FROM intake.decision d
    SEMI JOIN intake.period t ON (t.job, t.period) = (d.job, d.period) AND t.start_date <= $3
    WHERE d.job = $1 AND d.decided_at <= $2 AND d.kind <> 'approve'
)
SELECT
    (SELECT sha256(coalesce(string_agg(line, '' ORDER BY line), '')) FROM settled) AS submissions,
    (SELECT sha256(coalesce(string_agg(line, '' ORDER BY line), '')) FROM found) AS findings,
    (SELECT sha256(coalesce(string_agg(concat_ws('|', d.kind, d.unit, d.period, s.mark, d.fingerprint, d.decided_by, d.decided_at, d.reason), chr(10) ORDER BY d.decided_at, d.kind, d.unit, d.period, s.mark, d.fingerprint), ''))
     FROM decided d
     LEFT JOIN settled s ON s.id = d.submission) AS decisions
