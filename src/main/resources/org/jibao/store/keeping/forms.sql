-- The rows and columns of each form, as the labels of one job have them.
WITH named AS (
    SELECT form, max(job) AS job
    FROM intake.label
    WHERE axis IN ('row', 'column') AND regexp_full_match(form, '[a-z][a-z0-9_]*')
    GROUP BY form
)
SELECT l.form, l.axis, l.id
FROM intake.label l
JOIN named n ON n.form = l.form AND n.job = l.job
WHERE l.axis IN ('row', 'column') AND regexp_full_match(l.id, '[a-z][a-z0-9_]*')
ORDER BY l.form, l.axis, l."position"
