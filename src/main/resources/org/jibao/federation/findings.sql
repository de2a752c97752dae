-- What was found in the files that came for the period.
SELECT
    submission, number, code, severity, sheet, cell, subject, found, message_zh, message_en, cure_zh, cure_en, explanation, fingerprint
FROM returns.findings
WHERE period = ${period} AND submission IN (SELECT id FROM returns.standing WHERE job = ${job} AND period = ${period} AND verdict <> 'package')
ORDER BY submission, number
