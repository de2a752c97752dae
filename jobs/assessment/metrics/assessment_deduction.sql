-- Every deduction and every bonus with its evidence: the row of the unit's own register, of the plan where the unit has
-- none, or of the county's review. Of the rules on one matter only the heaviest that an item breaks counts: what was not
-- disclosed is not deducted again as late. A rule that is not in reference/assessment_weights.csv deducts nothing.
WITH broken AS (
    SELECT d.*, unnest([
        CASE WHEN published_on IS NULL THEN 'not_disclosed' END,
        CASE WHEN published_on > due_on THEN 'untimely' END,
        CASE WHEN material_on > due_on THEN 'late_material' END,
        CASE WHEN published_on IS NOT NULL AND channel <> planned_channel THEN 'wrong_channel' END
    ]) AS rule
    FROM mart.assessment_due d
),
found AS (
    SELECT b.period, b.obliged AS unit, b.rule, b.number, b.item, b.due_on,
        CASE b.rule WHEN 'late_material' THEN b.material_on ELSE b.published_on END AS happened_on,
        coalesce(b.submission, b.plan_submission) AS submission, coalesce(b.sheet, b.plan_sheet) AS sheet,
        coalesce(b."row", b.plan_row) AS "row", NULL AS remark
    FROM broken b
    JOIN reference.assessment_weights w USING (rule)
    QUALIFY row_number() OVER (PARTITION BY b.place, w.matter ORDER BY w.points::DECIMAL(9, 2), b.rule) = 1
    UNION ALL
    SELECT r.period, r.obliged, r.kind, NULL, NULL, NULL, r.found_on, r.submission, r.sheet, r."row", r.evidence
    FROM returns.assessment_review r
    JOIN returns.parameter p USING (job)
    JOIN intake.unit u ON (u.job, u.code) = (r.job, r.unit) AND u.kind = 'county'
)
SELECT f.*, w.category, w.points::DECIMAL(9, 2) AS points, greatest(-w.points::DECIMAL(9, 2), 0) AS deducted,
    w.zh AS rule_zh, w.en AS rule_en, s.file, s.sha256
FROM found f
JOIN reference.assessment_weights w USING (rule)
JOIN intake.submission s ON s.id = f.submission
