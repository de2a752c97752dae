-- Section two, for the whole.
WITH here AS (
    SELECT c.*
    FROM mart.annual_cells c
    JOIN returns.parameter p USING (period)
    WHERE c.top
),
items(place, item, form, "row") AS (
    VALUES
        (1, '第二十条第（一）项', 'annual_documents', 'rules'),
        (2, '第二十条第（一）项', 'annual_documents', 'normative'),
        (3, '第二十条第（五）项', 'annual_decisions', 'licensing'),
        (4, '第二十条第（六）项', 'annual_decisions', 'penalties'),
        (5, '第二十条第（六）项', 'annual_decisions', 'coercion'),
        (6, '第二十条第（八）项', 'annual_fees', 'fees')
),
expected AS (
    SELECT r.expected
    FROM returns.reporting r
    JOIN returns.parameter p USING (period)
    WHERE r.top
)
SELECT
    i.item, any_value(l.zh) AS content_zh, any_value(l.en) AS content_en,
    max(value) FILTER ("column" = 'issued') AS issued,
    max(value) FILTER ("column" = 'repealed') AS repealed,
    max(value) FILTER ("column" = 'in_force') AS in_force,
    max(value) FILTER ("column" = 'decisions') AS decisions,
    max(value) FILTER ("column" = 'amount') AS amount,
    coalesce(max(reported), 0) || '/' || max(e.expected) AS coverage
FROM items i
CROSS JOIN expected e
CROSS JOIN returns.parameter p
JOIN intake.label l ON (l.job, l.form, l.axis, l.id) = (p.job, i.form, 'row', i."row")
LEFT JOIN here h ON (h.form, h."row") = (i.form, i."row")
GROUP BY i.place, i.item
ORDER BY i.place
