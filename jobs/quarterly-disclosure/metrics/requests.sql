-- The national table of requests (section three of the annual report), added up cell by cell.
WITH cells AS (
    SELECT g.period, g.unit, g."row", g."column", g.value
    FROM returns.requests g
    JOIN returns.parameter p USING (job)
),
-- A unit's own figures are its cells as they are; only wider scopes need adding up.
single AS (
    SELECT c.period, s.level, s.scope, s.top, c."row", c."column", c.value AS requests, (c.value IS NOT NULL)::BIGINT AS reported
    FROM cells c
    JOIN mart.scope s USING (period, unit)
    WHERE s.level = 'unit'
),
summed AS (
    SELECT c.period, s.level, s.scope, s.top, c."row", c."column", sum(c.value) AS requests, count(c.value) AS reported
    FROM cells c
    JOIN mart.scope s USING (period, unit)
    WHERE s.level <> 'unit'
    GROUP BY c.period, s.level, s.scope, s.top, c."row", c."column"
),
every AS (
    SELECT * FROM single
    UNION ALL
    SELECT * FROM summed
)
SELECT e.*, r.expected
FROM every e
JOIN mart.reporting r USING (period, level, scope)
