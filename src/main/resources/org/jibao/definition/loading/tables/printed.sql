-- What fills printed forms, for the scopes that are asked for: every cell of every grid, added up over the accepted returns. A unit
-- without one adds nothing, which the coverage beside the name shows; a scope without any has its copy, too, with nothing in it.
WITH scopes AS (
    SELECT s.period, s.level, s.scope, s.position, s.name_zh, s.name_en, s.actual || '/' || s.expected AS coverage, p.job
    FROM returns.reporting s
    JOIN returns.parameter p USING (period)
    WHERE ${scopes}
),
places AS (
    SELECT r.job, r.form, r.id AS "row", c.id AS "column"
    FROM intake.label r
    JOIN intake.label c ON (c.job, c.form) = (r.job, r.form)
    WHERE r.axis = 'row' AND c.axis = 'column'
),
summed AS (
    SELECT s.level, s.scope, o.form, o."row", o."column", sum(o.value) AS value
    FROM scopes s
    JOIN returns.scope_unit u USING (period, level, scope)
    JOIN returns.submission r ON (r.job, r.period, r.unit) = (s.job, s.period, u.unit)
    JOIN intake.observation o ON o.submission = r.id
    GROUP BY s.level, s.scope, o.form, o."row", o."column"
)
SELECT
    s.name_zh || '（已接收 ' || s.coverage || '）' AS copy_zh,
    s.name_en || ' (accepted ' || s.coverage || ')' AS copy_en,
    concat_ws('.', l.form, l."row", l."column") AS place, v.value
FROM scopes s
JOIN places l USING (job)
LEFT JOIN summed v ON (v.level, v.scope, v.form, v."row", v."column") = (s.level, s.scope, l.form, l."row", l."column")
ORDER BY s.position, s.scope, l.form, l."row", l."column"
