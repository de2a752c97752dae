-- $1 job, $2 periods as JSON, each with its code, when it has ended and when the next one has, $3 as of: what a slip may be owed
-- for. Of what came of each unit for a period and was settled, that is the newest; where it was rejected, the one before it that
-- counts, too. A rejected file may name no period; it belongs to the last one that had ended when it came. What names no unit of
-- the roster stands for itself. What came in packages, its own office answers.
WITH asked AS (
    SELECT unnest(from_json($2, '[{"code": "VARCHAR", "ended": "TIMESTAMP", "next_ended": "TIMESTAMP"}]'), recursive := true)
),
came AS (
    SELECT a.code AS period, u.code AS unit, s.id, s.file, s.sha256, s.verdict, s.received_at
    FROM intake.standing_at($3) s
    JOIN asked a
        ON s.period = a.code OR (s.period IS NULL AND s.received_at >= a.ended AND s.received_at < a.next_ended)
    ANTI JOIN intake.from_package p ON p.submission = s.id
    LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
    WHERE s.job = $1
        AND s.standing NOT IN ('withdrawn', 'held') AND NOT s.opposed
        AND s.verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
),
placed AS (
    SELECT
        *,
        row_number() OVER later = 1 AS newest,
        verdict <> 'rejected' AND row_number() OVER later_read = 1 AS newest_read
    FROM came
    WINDOW
        later AS (PARTITION BY period, unit, CASE WHEN unit IS NULL THEN sha256 END ORDER BY received_at DESC, file DESC, sha256 DESC),
        later_read AS (
            PARTITION BY period, unit, CASE WHEN unit IS NULL THEN sha256 END, verdict = 'rejected'
            ORDER BY received_at DESC, file DESC, sha256 DESC
        )
)
SELECT period, unit, id, file, sha256, verdict, received_at
FROM placed
WHERE (newest OR (newest_read AND verdict = 'accepted_with_warnings')) AND verdict <> 'accepted'
ORDER BY period, received_at, file, sha256
