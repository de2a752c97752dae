-- Every cell of the three sections, added up for each unit, each kind of unit and each upper unit. A unit that has not
-- reported adds nothing, which "reported" beside "expected" shows; nothing is taken as 0 for it.
WITH cells AS (
    SELECT job, period, unit, 'annual_documents' AS form, "row", "column", value FROM returns.annual_documents
    UNION ALL
    SELECT job, period, unit, 'annual_decisions', "row", "column", value FROM returns.annual_decisions
    UNION ALL
    SELECT job, period, unit, 'annual_fees', "row", "column", value FROM returns.annual_fees
    UNION ALL
    SELECT job, period, unit, 'annual_requests', "row", "column", value FROM returns.annual_requests
    UNION ALL
    SELECT job, period, unit, 'annual_disputes', "row", "column", value FROM returns.annual_disputes
),
summed AS (
    SELECT c.period, s.level, s.scope, c.form, c."row", c."column", sum(c.value) AS value, count(c.value) AS reported
    FROM cells c
    JOIN returns.parameter p USING (job)
    JOIN returns.scope_unit s ON (s.period, s.unit) = (c.period, c.unit)
    GROUP BY c.period, s.level, s.scope, c.form, c."row", c."column"
)
SELECT m.*, r.top, r.expected
FROM summed m
JOIN returns.reporting r USING (period, level, scope)
