-- Who still owes a return, and why: nothing came, or what came was returned or rejected, with its first error.
WITH here AS (
    SELECT u.*
    FROM returns.reporting_unit u
    JOIN returns.parameter p USING (period)
    WHERE NOT u.accepted
),
first_error AS (
    SELECT submission, message_zh, message_en, cure_zh, cure_en
    FROM returns.findings
    WHERE severity = 'error'
    QUALIFY row_number() OVER (PARTITION BY submission ORDER BY number) = 1
)
SELECT
    h.unit, h.name,
    CASE h.state WHEN 'returned' THEN '退回' WHEN 'rejected' THEN '拒收' ELSE '未报' END AS state_zh,
    CASE h.state WHEN 'returned' THEN 'Returned' WHEN 'rejected' THEN 'Rejected' ELSE 'Missing' END AS state_en,
    h.due_date, h.received_at, h.errors,
    coalesce(e.message_zh, '没有收到报表') AS reason_zh,
    coalesce(e.message_en, 'No return was received') AS reason_en,
    coalesce(e.cure_zh, '请催报') AS cure_zh,
    coalesce(e.cure_en, 'Ask the unit for its return') AS cure_en
FROM here h
LEFT JOIN first_error e USING (submission)
ORDER BY h.position, h.unit
