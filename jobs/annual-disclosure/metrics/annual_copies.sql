-- What fills the printed sections two, three and four: a copy for each unit, each kind of unit and each upper unit, headed
-- by its name and coverage; a scope of which nothing was accepted has its copy, too, with nothing in it.
WITH scopes AS (
    SELECT r.*, r.actual || '/' || r.expected AS coverage
    FROM returns.reporting r
    JOIN returns.parameter p USING (period)
),
places AS (
    SELECT r.form, r.id AS "row", c.id AS "column"
    FROM intake.label r
    JOIN intake.label c ON (c.job, c.form) = (r.job, r.form)
    JOIN returns.parameter p ON p.job = r.job
    WHERE r.axis = 'row' AND c.axis = 'column'
)
SELECT
    s.period, s.level, s.scope, l.form, l."row", l."column", h.value, s.top, s.position,
    concat_ws('.', l.form, l."row", l."column") AS place,
    s.name_zh || '（已接收 ' || s.coverage || '）' AS copy_zh,
    s.name_en || ' (accepted ' || s.coverage || ')' AS copy_en
FROM scopes s
CROSS JOIN places l
LEFT JOIN mart.annual_cells h
    ON (h.period, h.level, h.scope, h.form, h."row", h."column")
     = (s.period, s.level, s.scope, l.form, l."row", l."column")
