-- Every indicator of the mart's top scope by the name of the cell it is the total of.
WITH tops AS (
    SELECT *, if(dimension = '', 'total', item) AS "row"
    FROM mart.figure
    WHERE top
),
-- A figure, or one side of it, by the column of the form whose rows break it down.
rows_of(figure, form, "column", denominator) AS (
    VALUES ('items', 'proactive', 'new_items', false), ('timely_rate', 'proactive', 'within_20_days', false),
        ('publications', 'channels', 'publications', false),
        ('cases_received', 'responses', 'received', false), ('cases_valid', 'responses', 'valid', false),
        ('cases_in_time', 'responses', 'answered_in_time', false), ('cases_late', 'responses', 'answered_late', false),
        ('cases_closed', 'responses', 'closed', false), ('early_rate', 'responses', 'closed_early', false),
        ('satisfaction_rate', 'responses', 'satisfied', false), ('satisfaction_rate', 'responses', 'rated', true)
),
by_row AS (
    SELECT t.period, r.form, t."row", r."column", CASE WHEN r.denominator THEN t.denominator ELSE t.numerator END AS value
    FROM tops t
    JOIN rows_of r USING (figure)
),
documents AS (
    SELECT period, 'documents', unnest(['issued', 'disclosed']), 'documents', unnest([denominator, numerator])
    FROM tops
    WHERE figure = 'documents_rate'
),
requests AS (
    SELECT c.period, 'requests', c."row", c."column", sum(c.value)
    FROM returns.requests c
    JOIN mart.scope s USING (period, unit)
    WHERE s.top
    GROUP BY c.period, c."row", c."column"
),
disputes AS (
    SELECT period, 'disputes', 'cases', CASE WHEN dimension = 'dispute' THEN item || '_total' ELSE item END, numerator
    FROM tops
    WHERE figure = 'disputes' AND dimension <> ''
)
SELECT * REPLACE (value::DECIMAL(38, 4) AS value)
FROM (FROM by_row UNION ALL FROM documents UNION ALL FROM requests UNION ALL FROM disputes)
WHERE value IS NOT NULL
