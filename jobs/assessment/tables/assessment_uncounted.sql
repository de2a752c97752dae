-- What was sent and counts for nothing, with the reason: it must be seen.
WITH published AS (
    SELECT a.*, o.due_rule, o.number IS NOT NULL AS planned, o.start_date, o.end_date,
        CASE WHEN o.due_rule = 'after_completion' THEN working_day_after(a.completed_on, o.days) END AS due_on
    FROM returns.assessment_published a
    JOIN returns.parameter p USING (job, period)
    LEFT JOIN mart.assessment_obligation o ON (o.period, o.number, o.obliged) = (a.period, a.number, a.unit)
    ANTI JOIN mart.assessment_due d ON (d.submission, d.sheet, d."row") = (a.submission, a.sheet, a."row")
),
reasoned AS (
    SELECT unit, number, published_on, submission, sheet, "row",
        CASE
            WHEN NOT planned THEN 'unplanned'
            WHEN due_rule = 'monthly' AND month IS NULL THEN 'no_month'
            WHEN due_rule = 'after_completion' AND completed_on IS NULL THEN 'no_completion'
            WHEN due_rule = 'after_completion' AND published_on IS NULL AND due_on > end_date THEN 'not_yet_due'
            WHEN published_on < start_date OR due_on < start_date THEN 'earlier_quarter'
            ELSE 'again'
        END AS reason
    FROM published
    UNION ALL
    SELECT o.obliged, o.number, NULL, o.submission, o.sheet, o."row", 'not_owing'
    FROM mart.assessment_obligation o
    JOIN returns.parameter p USING (period)
    ANTI JOIN returns.expected e ON (e.job, e.period, e.unit) = (p.job, o.period, o.obliged)
    UNION ALL BY NAME
    SELECT a.* EXCLUDE (job, period), 'no_authority' AS reason
    FROM (
        SELECT job, period, unit, number, submission, sheet, "row" FROM returns.assessment_plan
        UNION ALL BY NAME
        SELECT job, period, unit, submission, sheet, "row" FROM returns.assessment_review
    ) a
    JOIN returns.parameter p USING (job, period)
    ANTI JOIN intake.unit u ON (u.job, u.code, u.kind) = (a.job, a.unit, 'county')
)
SELECT u.name, r.number, r.published_on, w.zh AS reason_zh, w.en AS reason_en, s.file, r.sheet, r."row"
FROM reasoned r
JOIN reference.assessment_reasons w USING (reason)
JOIN returns.parameter p ON TRUE
JOIN intake.unit u ON (u.job, u.code) = (p.job, r.unit)
JOIN intake.submission s ON s.id = r.submission
ORDER BY u.position, r.sheet, r."row"
