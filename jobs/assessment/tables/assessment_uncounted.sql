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
    SELECT a.unit, a.number, NULL, a.submission, a.sheet, a."row", 'no_authority'
    FROM returns.assessment_plan a
    JOIN returns.parameter p USING (job, period)
    JOIN intake.unit u ON (u.job, u.code) = (a.job, a.unit) AND u.kind <> 'county'
    UNION ALL
    SELECT a.unit, NULL, NULL, a.submission, a.sheet, a."row", 'no_authority'
    FROM returns.assessment_review a
    JOIN returns.parameter p USING (job, period)
    JOIN intake.unit u ON (u.job, u.code) = (a.job, a.unit) AND u.kind <> 'county'
),
words(reason, zh, en) AS (
    VALUES
        ('unplanned', '任务编号不在本单位的计划内', 'Number is not in the unit''s plan'),
        ('no_month', '按月公开，但没有填月份', 'Monthly, but no month given'),
        ('no_completion', '没有填完成日期', 'No day of completion given'),
        ('not_yet_due', '尚未到期，由到期的季度计', 'Not yet due; counts when it is'),
        ('earlier_quarter', '属于以前的季度', 'Belongs to an earlier quarter'),
        ('again', '重复填报，或不在任务期限内', 'Sent twice, or outside the obligation''s time'),
        ('no_authority', '只有县里可以下达计划和核查', 'Only the county plans and reviews')
)
SELECT u.name, r.number, r.published_on, w.zh AS reason_zh, w.en AS reason_en, s.file, r.sheet, r."row"
FROM reasoned r
JOIN words w USING (reason)
JOIN returns.parameter p ON TRUE
JOIN intake.unit u ON (u.job, u.code) = (p.job, r.unit)
JOIN intake.submission s ON s.id = r.submission
ORDER BY u.position, r.sheet, r."row"
