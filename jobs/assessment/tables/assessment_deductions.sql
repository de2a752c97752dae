-- Each deduction and bonus with what it rests on.
SELECT
    u.name, d.rule_zh, d.rule_en, d.points, d.number, coalesce(d.item, d.remark) AS item, d.due_on, d.happened_on,
    d.file, d.sheet, d."row"
FROM mart.assessment_deduction d
JOIN returns.parameter p USING (period)
JOIN intake.unit u ON (u.job, u.code) = (p.job, d.unit)
ORDER BY u.position, d.unit, d.points, d.rule, d.due_on, d.number, d."row"
