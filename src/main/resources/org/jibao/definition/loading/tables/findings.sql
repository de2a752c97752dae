-- Errors first; within them in the order of the roster, the file and the cell. A note that stands in several cells of a column
-- is one line, with the first of them and their number; an error or a warning has a line a cell, as each must be answered.
WITH everything AS (
    SELECT f.*,
        CASE
            WHEN f.severity = 'note' AND f.cell IS NOT NULL THEN concat(f.sheet, '!', regexp_extract(f.cell, '^[A-Z]+'))
            ELSE concat(f.number)
        END AS place
    FROM returns.findings f
    JOIN returns.parameter p USING (period)
),
counted AS (
    SELECT e.*,
        count(*) OVER (PARTITION BY submission, severity, code, place) AS places,
        row_number() OVER (PARTITION BY submission, severity, code, place ORDER BY number) AS turn
    FROM everything e
),
here AS (
    SELECT * REPLACE (
        CASE WHEN places > 1 THEN message_zh || '（本列共 ' || places || ' 处）' ELSE message_zh END AS message_zh,
        CASE WHEN places > 1 THEN message_en || ' (cells in this column: ' || places || ')' ELSE message_en END AS message_en)
    FROM counted
    WHERE turn = 1
),
severities AS (
    SELECT *
    FROM (VALUES ('error', 1, '错误', 'Error'), ('warning', 2, '警示', 'Warning'), ('note', 3, '提示', 'Note'))
        AS t (severity, weight, zh, en)
),
verdicts AS (
    SELECT *
    FROM (VALUES
        ('accepted', '已接收', 'Accepted'),
        ('accepted_with_warnings', '已接收（有警示）', 'Accepted with warnings'),
        ('returned', '已退回', 'Returned'),
        ('rejected', '已拒收', 'Rejected'),
        ('duplicate', '重复文件', 'Duplicate'),
        ('pending', '待审核', 'Pending'),
        ('withdrawn', '已撤回', 'Withdrawn'),
        ('after_close', '截止后收到，未计入', 'After closing, not counted'),
        ('held', '待核实，未计入', 'Held, not counted')
    ) AS t (verdict, zh, en)
)
SELECT
    h.name AS unit, h.file, h.revision, v.zh AS verdict_zh, v.en AS verdict_en, s.zh AS severity_zh, s.en AS severity_en,
    h.sheet, h.cell, h.found, h.message_zh, h.message_en, h.cure_zh, h.cure_en,
    CASE WHEN h.unexplained AND h.standing IN ('counted', 'returned') THEN '（待说明）' ELSE h.explanation END AS explanation_zh,
    CASE WHEN h.unexplained AND h.standing IN ('counted', 'returned') THEN '(to be explained)' ELSE h.explanation END AS explanation_en,
    h.explained_by, h.explained_at, h.code
FROM here h
LEFT JOIN severities s USING (severity)
LEFT JOIN verdicts v
    ON v.verdict = CASE WHEN h.standing IN ('withdrawn', 'after_close', 'held') THEN h.standing ELSE h.verdict END
ORDER BY s.weight, h.position NULLS LAST, h.file, h.submission, h.number
