-- A row a failure, with both sides and the cells behind them, those of the return itself also side by side and line by line;
-- then one row with how many passed and how many could not
-- be assessed.
WITH evaluated AS (
    SELECT r.submission, r.source, c.subject, ${previous_period} AS previous_period,
        ${assessable} AS assessable,
        ${left} AS left_side,
        ${right} AS right_side,
        ${origin_zh} AS origin_zh,
        ${origin_en} AS origin_en
    FROM ${relation}
    WHERE ${only}
),
judged AS MATERIALIZED (
    SELECT *, CASE WHEN assessable THEN TRY(${passes}) END AS passed FROM evaluated
),
failed AS MATERIALIZED (
    SELECT * FROM judged WHERE NOT passed
),
operand(position, anchor, previous, on_left, on_right, first_number) AS (
    VALUES ${operands}
),
step(subject, step) AS (
    VALUES ${steps}
),
seen AS (
    SELECT f.submission, f.subject, o.position, o.anchor, o.previous, o.on_left, o.on_right, c.sheet, c.cell,
        CASE WHEN o.previous THEN f.previous_period || ' ' ELSE '' END || c.sheet || '!' AS page,
        CASE
            WHEN c.status IN ('value', 'zero') THEN rtrim(rtrim(c.value::VARCHAR, '0'), '.')
            ELSE left(c.raw, 20)
        END AS shown
    FROM failed f
    JOIN step s ON s.subject = f.subject
    CROSS JOIN operand o
    JOIN (${cells}) c
        ON c.submission = CASE WHEN o.previous THEN f.submission ELSE f.source END AND c.previous = o.previous AND c.number = o.first_number + s.step
),
told AS (
    SELECT *, page IS DISTINCT FROM lag(page) OVER (PARTITION BY submission, subject ORDER BY position) AS turned
    FROM seen
),
places AS (
    SELECT submission, subject,
        arg_max(sheet, (anchor, position)) FILTER (NOT previous) AS sheet,
        arg_max(cell, (anchor, position)) FILTER (NOT previous) AS cell,
        string_agg(CASE WHEN turned THEN page ELSE '' END || cell || '=' || shown, ', ' ORDER BY position) AS cells,
        string_agg(sheet || '!' || cell, chr(10) ORDER BY position) FILTER (on_left AND NOT previous) AS left_cells,
        string_agg(sheet || '!' || cell, chr(10) ORDER BY position) FILTER (on_right AND NOT previous) AS right_cells
    FROM told
    GROUP BY submission, subject
)
SELECT f.submission, f.subject, NULL AS entry, f.previous_period, f.left_side, f.right_side, p.sheet, p.cell, p.cells,
    p.left_cells, p.right_cells, f.origin_zh, f.origin_en, NULL AS passed, NULL AS not_assessable
FROM failed f
LEFT JOIN places p ON p.submission = f.submission AND p.subject = f.subject
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    count(*) FILTER (passed), count(*) FILTER (passed IS NULL)
FROM judged;
