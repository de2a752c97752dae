-- $1 job, $2 period, $3 the period's last day, $4 as of, $5 the period has ended, $6 the next one has. Who owes a return of
-- which nothing counts; the newest attempt says why, with its first error. A rejected file that names no period belongs to the
-- last one that had ended when it came.
WITH expected AS (
    SELECT code, name, position
    FROM intake.unit
    WHERE job = $1
        AND owes
        AND (active_from IS NULL OR active_from <= $3)
        AND (active_to IS NULL OR active_to >= $3)
),
received AS (
    FROM intake.standing_at($4)
    WHERE job = $1
        AND standing <> 'duplicate'
        AND (period = $2 OR (period IS NULL AND received_at >= $5 AND received_at < $6))
),
held AS (
    SELECT unit, arg_max(file, received_at) AS file, max(received_at) AS received_at
    FROM received
    WHERE standing = 'held'
    GROUP BY unit
),
refused AS (
    SELECT *
    FROM received
    WHERE standing IN ('returned', 'rejected', 'withdrawn', 'after_close') AND NOT opposed
    QUALIFY row_number() OVER (PARTITION BY unit ORDER BY received_at DESC, file DESC, sha256 DESC) = 1
),
found AS (
    SELECT
        submission,
        count(*) AS errors,
        arg_min({
            'sheet': sheet, 'cell': cell,
            'zh': message_zh, 'en': message_en, 'cure_zh': cure_zh, 'cure_en': cure_en}, number) AS first
    FROM intake.finding_at($4)
    WHERE lower(severity) = 'error' AND submission IN (SELECT id FROM refused)
    GROUP BY submission
)
SELECT
    e.code,
    CASE r.standing WHEN 'withdrawn' THEN 'returned' ELSE coalesce(r.standing, CASE WHEN h.unit IS NOT NULL THEN 'held' END, 'missing') END AS state,
    coalesce(r.file, h.file) AS file, coalesce(r.received_at, h.received_at) AS received_at,
    coalesce(f.errors, 0) AS errors,
    f.first.sheet AS sheet, f.first.cell AS cell, f.first.zh AS message_zh, f.first.en AS message_en,
    f.first.cure_zh AS cure_zh, f.first.cure_en AS cure_en
FROM expected e
LEFT JOIN refused r ON r.unit = e.code
LEFT JOIN held h ON h.unit = e.code
LEFT JOIN found f ON f.submission = r.id
WHERE e.code NOT IN (SELECT unit FROM received WHERE standing = 'counted' AND unit IS NOT NULL)
ORDER BY e.position
