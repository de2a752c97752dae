-- Every deduction and every bonus with its evidence: the row of the unit's own register, of the plan where the unit has
-- none, or of the review.
WITH found AS (
    SELECT period, obliged AS unit, 'not_disclosed' AS rule, number, item, due_on, NULL::DATE AS happened_on,
        coalesce(submission, plan_submission) AS submission, coalesce(sheet, plan_sheet) AS sheet,
        coalesce("row", plan_row) AS "row", NULL AS remark
    FROM mart.assessment_due
    WHERE published_on IS NULL
    UNION ALL
    SELECT period, obliged, 'untimely', number, item, due_on, published_on, submission, sheet, "row", NULL
    FROM mart.assessment_due
    WHERE published_on > due_on
    UNION ALL
    SELECT period, obliged, 'late_material', number, item, due_on, material_on, submission, sheet, "row", NULL
    FROM mart.assessment_due
    WHERE material_on > due_on
    UNION ALL
    SELECT period, obliged, 'wrong_channel', number, item, due_on, published_on, submission, sheet, "row", NULL
    FROM mart.assessment_due
    WHERE published_on IS NOT NULL AND channel <> planned_channel
    UNION ALL
    SELECT r.period, r.obliged, r.kind, NULL, NULL, NULL, r.found_on, r.submission, r.sheet, r."row", r.evidence
    FROM returns.assessment_review r
    JOIN returns.parameter p USING (job)
)
SELECT f.*, w.category, w.points::DECIMAL(9, 2) AS points, w.zh AS rule_zh, w.en AS rule_en, s.file, s.sha256
FROM found f
JOIN reference.assessment_weights w USING (rule)
JOIN intake.submission s ON s.id = f.submission
