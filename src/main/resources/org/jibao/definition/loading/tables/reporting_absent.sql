-- Who still owes a return, and why: nothing came, or what came was returned or rejected, with its first error, was withdrawn
-- by an officer, with the reason, or came after closing. Then every file that is held, whether or not the unit has another return.
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
),
held AS (
    SELECT h.*, e.name, e.position, e.due_date, concat(u.name, '（' || h.against_unit || '）') AS proved,
        h.file || CASE WHEN h.sender IS NULL THEN '' ELSE ' ← ' || h.sender END AS found
    FROM returns.held h
    JOIN returns.parameter p USING (period)
    JOIN returns.reporting_unit e USING (period, unit)
    LEFT JOIN intake.unit u ON (u.job, u.code) = (p.job, h.against_unit)
),
absent AS (
    SELECT
        h.unit, h.name, s.zh AS state_zh, s.en AS state_en, h.due_date, h.received_at, h.errors,
        coalesce('由' || w.decided_by || '撤回：' || w.reason, e.message_zh, '没有收到报表') AS reason_zh,
        coalesce('Withdrawn by ' || w.decided_by || ': ' || w.reason, e.message_en, 'No return was received') AS reason_en,
        CASE WHEN w.submission IS NULL THEN coalesce(e.cure_zh, '请催报') ELSE '请单位重新报送' END AS cure_zh,
        CASE WHEN w.submission IS NULL THEN coalesce(e.cure_en, 'Ask the unit for its return') ELSE 'Ask the unit for a new return' END
            AS cure_en,
        h.position, 1 AS part
    FROM here h
    JOIN states s USING (standing)
    LEFT JOIN first_reason e USING (submission)
    LEFT JOIN withdrawn w USING (submission)
    WHERE NOT (h.standing = 'missing' AND h.held > 0)
    UNION ALL
    SELECT
        unit, name, '待核实', 'Held', due_date, received_at, NULL::BIGINT,
        CASE why
            WHEN 'weaker' THEN found || '：没有 ' || counted_file || ' 那样的发送方依据，未替换它'
            ELSE found || '：写的是' || name || '，' || CASE why
                    WHEN 'sender' THEN '发件人'
                    WHEN 'code' THEN '空白表编码'
                    ELSE '所在文件夹'
                END || CASE WHEN against_unit IS NULL THEN '不是该单位登记的' ELSE '却是' || proved || '的' END
        END,
        CASE why
            WHEN 'weaker' THEN found || ': has not the evidence of its sender that ' || counted_file || ' has, and does not replace it'
            ELSE found || ': states ' || name || ', but ' || CASE why
                    WHEN 'sender' THEN 'its sender'
                    WHEN 'code' THEN 'the code of its template'
                    ELSE 'its folder'
                END || CASE WHEN against_unit IS NULL THEN ' is none of the unit''s' ELSE ' is that of ' || proved END
        END,
        '请核实；确由该单位报送的用 jibao accept 计入，不是的用 jibao withdraw 撤回',
        'Settle who sent it; then jibao accept, or jibao withdraw',
        position, 2
    FROM held
)
SELECT * EXCLUDE (position, part)
FROM absent
ORDER BY position, unit, part, received_at
