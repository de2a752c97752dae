-- The national table of requests (section three of the annual report), added up cell by cell.
WITH cells AS (
    SELECT g.period, g.unit, g."row", g."column", g.value
    FROM returns.requests g
    JOIN returns.parameter p USING (job)
),
summed AS (
    SELECT c.period, s.level, s.scope, s.top, c."row", c."column", sum(c.value) AS requests, count(c.value) AS reported
    FROM cells c
    JOIN mart.scope s USING (period, unit)
    GROUP BY c.period, s.level, s.scope, s.top, c."row", c."column"
)
SELECT s.*, r.expected
FROM summed s
JOIN mart.reporting r USING (period, level, scope)
