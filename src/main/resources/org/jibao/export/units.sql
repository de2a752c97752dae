SELECT
    u.code, u.name, u.kind, l.zh AS kind_zh, l.en AS kind_en, u.parent, u.active_from, u.active_to, u.owes,
    u.position
FROM intake.unit u
LEFT JOIN intake.label l ON (l.job, l.axis, l.id) = (u.job, 'kind', u.kind)
WHERE u.job = ${job}
ORDER BY u.position
