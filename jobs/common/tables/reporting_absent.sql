-- Who still owes a return, and why: nothing came, or what came was returned or rejected, with its first error, was withdrawn
-- by an officer, with the reason, or came after closing.
WITH here AS (
    SELECT u.*
    FROM returns.reporting_unit u
    JOIN returns.parameter p USING (period)
    WHERE NOT u.accepted
),
first_reason AS (
    SELECT submission, message_zh, message_en, cure_zh, cure_en
    FROM returns.findings
    WHERE severity = 'error' OR (standing = 'after_close' AND code = 'return-after-close')
    QUALIFY row_number() OVER (PARTITION BY submission ORDER BY severity = 'error' DESC, number) = 1
),
withdrawn AS (
    SELECT submission, decided_by, reason
    FROM returns.decision
    WHERE kind = 'withdraw'
    QUALIFY row_number() OVER (PARTITION BY submission ORDER BY id) = 1
),
states AS (
    SELECT *
    FROM (VALUES
        ('returned', '退回', 'Returned'),
        ('rejected', '拒收', 'Rejected'),
        ('withdrawn', '已撤回', 'Withdrawn'),
        ('after_close', '截止后收到', 'After closing'),
        ('missing', '未报', 'Missing')
    ) AS t (standing, zh, en)
)
SELECT
    h.unit, h.name, s.zh AS state_zh, s.en AS state_en, h.due_date, h.received_at, h.errors,
    coalesce('由' || w.decided_by || '撤回：' || w.reason, e.message_zh, '没有收到报表') AS reason_zh,
    coalesce('Withdrawn by ' || w.decided_by || ': ' || w.reason, e.message_en, 'No return was received') AS reason_en,
    CASE WHEN w.submission IS NULL THEN coalesce(e.cure_zh, '请催报') ELSE '请单位重新报送' END AS cure_zh,
    CASE WHEN w.submission IS NULL THEN coalesce(e.cure_en, 'Ask the unit for its return') ELSE 'Ask the unit for a new return' END
        AS cure_en
FROM here h
JOIN states s USING (standing)
LEFT JOIN first_reason e USING (submission)
LEFT JOIN withdrawn w USING (submission)
ORDER BY h.position, h.unit
