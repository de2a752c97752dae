SELECT
    submission, number, period, unit, current, code, severity, sheet, cell, subject, found,
    message_zh, message_en, cure_zh, cure_en, explanation, fingerprint
FROM returns.findings
WHERE ${only}
ORDER BY submission, number
