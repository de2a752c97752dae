-- $1 job, $2 period, $3 as of: unlikely figures of returns that count, of which nothing was said; the most certain first.
SELECT unit, submission, label_zh, label_en, sheet, cell, raw, value, expected, low, high, slip, slip_value, cells, fingerprint,
    message_zh, message_en
FROM outlook.unlikely_at($3)
WHERE job = $1 AND period = $2 AND explanation IS NULL
    AND submission IN (SELECT id FROM intake.standing_at($3) WHERE job = $1 AND period = $2 AND standing = 'counted')
ORDER BY surprise DESC, unit, fingerprint
