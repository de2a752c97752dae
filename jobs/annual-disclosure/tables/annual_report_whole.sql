-- What fills the printed sections two, three and four, for the whole: a copy a scope, headed by its name and
-- coverage; a scope of which nothing was accepted has its copy, too, with nothing in it.
WITH scopes AS (
    SELECT r.level, r.scope, r.name_zh, r.name_en, r.position, r.actual || '/' || r.expected AS coverage
    FROM returns.reporting r
    JOIN returns.parameter p USING (period)
    WHERE r.top
),
places AS (
    SELECT r.form, r.id AS "row", c.id AS "column"
    FROM intake.label r
    JOIN intake.label c ON (c.job, c.form) = (r.job, r.form)
    JOIN returns.parameter p ON p.job = r.job
    WHERE r.axis = 'row' AND c.axis = 'column'
),
here AS (
    SELECT c.*
    FROM mart.annual_cells c
    JOIN returns.parameter p USING (period)
)
SELECT
    s.name_zh || '（已接收 ' || s.coverage || '）' AS copy_zh, s.name_en || ' (accepted ' || s.coverage || ')' AS copy_en,
    concat_ws('.', l.form, l."row", l."column") AS place, h.value
FROM scopes s
CROSS JOIN places l
LEFT JOIN here h
    ON (h.level, h.scope, h.form, h."row", h."column") = (s.level, s.scope, l.form, l."row", l."column")
ORDER BY s.position, s.scope, l.form, l."row", l."column"
