-- What the metrics that have stayed give: every column of every row, one value a row.
WITH obligations AS (
    SELECT 'obligation' AS metric, concat_ws('/', period, obliged, number, plan) AS id, unnest(v) AS pair
    FROM (
        SELECT *, submission || ':' || "row" AS plan,
            map_entries(MAP {'item': item, 'rule': due_rule, 'days': days::TEXT, 'channel': channel, 'from': holds_from::TEXT,
                'until': holds_until::TEXT, 'sheet': sheet}) AS v
        FROM mart.assessment_obligation
    )
),
due AS (
    SELECT 'due', concat_ws('/', period, obliged, number, month, completed_on, plan_submission, plan_row, submission, "row"), unnest(v)
    FROM (
        SELECT *,
            map_entries(MAP {'due_on': due_on::TEXT, 'material_on': material_on::TEXT, 'published_on': published_on::TEXT,
                'channel': channel, 'planned_channel': planned_channel, 'sheet': sheet, 'item': item}) AS v
        FROM mart.assessment_due
    )
),
deductions AS (
    SELECT 'deduction', concat_ws('/', period, unit, rule, number, due_on, submission, sheet, "row"), unnest(v)
    FROM (
        SELECT *,
            map_entries(MAP {'points': points::TEXT, 'category': category, 'item': item, 'happened_on': happened_on::TEXT,
                'remark': remark, 'rule_zh': rule_zh, 'rule_en': rule_en, 'file': file, 'sha256': sha256}) AS v
        FROM mart.assessment_deduction
    )
),
scores AS (
    SELECT 'score', concat_ws('/', period, unit), unnest(v)
    FROM (
        SELECT *,
            map_entries(MAP {'score': score::TEXT, 'deducted': deducted::TEXT, 'bonus': bonus::TEXT, 'grade': grade,
                'previous_grade': previous_grade, 'failed_twice': failed_twice::TEXT, 'reported': reported::TEXT, 'kind': kind,
                'name': name, 'position': position::TEXT}) AS v
        FROM mart.assessment_score
    )
)
SELECT metric, id, pair.key AS attribute, coalesce(pair.value, '—') AS value
FROM (FROM obligations UNION ALL FROM due UNION ALL FROM deductions UNION ALL FROM scores)
ORDER BY ALL
