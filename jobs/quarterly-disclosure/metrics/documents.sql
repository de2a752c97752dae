-- 主动公开率 = official documents disclosed / issued. A return that lacks either figure is in neither sum.
WITH documents AS (
    SELECT g.period, g.unit, g.issued, g.disclosed
    FROM returns.documents_by_column g
    JOIN returns.parameter p USING (job)
    WHERE g."column" = 'documents' AND g.issued IS NOT NULL AND g.disclosed IS NOT NULL
),
summed AS (
    SELECT d.period, s.level, s.scope, sum(d.issued) AS issued, sum(d.disclosed) AS disclosed, count(*) AS reported
    FROM documents d
    JOIN mart.scope s USING (period, unit)
    GROUP BY d.period, s.level, s.scope
)
SELECT
    r.period, r.level, r.scope, r.top, s.issued, s.disclosed,
    returns.quotient(s.disclosed, s.issued) AS rate,
    coalesce(s.reported, 0) AS reported, r.expected
FROM mart.reporting r
LEFT JOIN summed s USING (period, level, scope)
