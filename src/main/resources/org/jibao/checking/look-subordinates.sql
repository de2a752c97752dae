-- The returns of the units right below that owe one for the same period.
INSERT INTO rule_look
SELECT u.parent, ${number}, ${job}, u.code, p.period, count(*) OVER (PARTITION BY u.parent)
FROM intake.unit u
JOIN intake.period p ON p.job = ${job} AND p.period = ${period}
SEMI JOIN rule_sent s ON s.unit = u.parent
WHERE u.job = ${job} AND u.owes
    AND (u.active_from IS NULL OR u.active_from <= p.end_date)
    AND (u.active_to IS NULL OR u.active_to >= p.end_date);
