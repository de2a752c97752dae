-- $1 job, $2 as of, $3 submission: each finding once, then its unlikely figures, with whether just this was accepted, $4 reason and $5
-- by whom.
WITH found AS (
    SELECT fingerprint, code, severity, sheet, cell, message_zh, message_en, number
    FROM intake.finding_at($2)
    WHERE submission = $3
    UNION ALL
    SELECT fingerprint, 'figure-unlikely', 'warning', sheet, cell, message_zh, message_en, 1000000 - surprise
    FROM outlook.unlikely
    WHERE job = $1 AND submission = $3
)
SELECT f.fingerprint, f.code, f.severity, f.sheet, f.cell, f.message_zh, f.message_en,
    EXISTS (
        SELECT 1
        FROM intake.decision d
        WHERE d.job = $1 AND d.decided_at <= $2 AND d.kind = 'accept'
            AND (d.fingerprint, d.reason, d.decided_by) = (f.fingerprint, $4, $5)
    ) AS known
FROM found f
QUALIFY row_number() OVER (PARTITION BY f.fingerprint ORDER BY f.number) = 1
ORDER BY f.number
