-- $1 job, $2 period, $3 the period has ended, $4 the next one has, $5 as of: what stands of a period and what was found in it. The
-- same returns as slips are made of: of each unit what came last and, where that was rejected, what was accepted before it. A
-- rejected file may name no period; it belongs to the last one that had ended when it came.
standing AS MATERIALIZED (
    FROM intake.standing_at($5)
    WHERE job = $1 AND standing NOT IN ('withdrawn', 'held') AND NOT opposed
),
received AS (
    SELECT *,
        count(*) FILTER (true) OVER later AS later,
        count(*) FILTER (verdict <> 'rejected') OVER later AS later_used
    FROM standing
    WHERE verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
        AND (period = $2 OR (period IS NULL AND received_at >= $3 AND received_at < $4))
    WINDOW later AS (
        PARTITION BY coalesce('unit ' || unit, 'file ' || sha256) ORDER BY received_at DESC, file DESC, sha256 DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
kept AS (
    SELECT *
    FROM received
    WHERE later = 0 OR (later_used = 0 AND verdict IN ('accepted', 'accepted_with_warnings'))
),
finding AS MATERIALIZED (
    SELECT f.*
    FROM intake.finding_at($5) f
    SEMI JOIN kept k ON k.id = f.submission
),
-- What a unit explains answers the findings of its code in that return, and the same findings in others.
explained AS (
    SELECT DISTINCT f.fingerprint
    FROM intake.explanation e
    JOIN standing s ON s.id = e.submission
    JOIN intake.finding_at($5) f ON (f.submission, f.code) = (e.submission, e.code)
    UNION
    SELECT fingerprint
    FROM intake.decision
    WHERE job = $1 AND kind = 'accept' AND decided_at <= $5
),
found AS (
    SELECT
        k.id AS submission, k.unit, u.name, k.file, k.standing, k.received_at, f.number, f.sheet, f.cell, f.code,
        lower(f.severity) AS severity, f.message_zh, f.message_en, f.cure_zh, f.cure_en,
        lower(f.severity) = 'warning' AND f.fingerprint IN (FROM explained) AS answered
    FROM finding f
    JOIN kept k ON k.id = f.submission
    LEFT JOIN intake.unit u ON (u.job, u.code) = (k.job, k.unit)
)
