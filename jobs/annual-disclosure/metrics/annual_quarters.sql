-- The year beside its four quarters, by unit: received, carried in, carried out (totals). "same", "differs", or "incomparable" where
-- a report or a quarterly return that it takes is not in the store.
WITH measure("row", position, needed) AS (
    VALUES ('received', 1, 4), ('carried_in', 2, 1), ('carried_out', 3, 1)
),
taken AS (
    SELECT s.unit, t.year, o."row", sum(o.value) AS value, count(*) AS quarters
    FROM returns.submission s
    JOIN intake.period t USING (job, period)
    JOIN intake.observation o ON o.submission = s.id
    WHERE s.job = 'quarterly-disclosure' AND o.form = 'requests' AND o."column" = 'total' AND o.status IN ('value', 'zero')
        AND (o."row" = 'received' OR o."row" = 'carried_in' AND t.number = 1 OR o."row" = 'carried_out' AND t.number = 4)
    GROUP BY s.unit, t.year, o."row"
)
SELECT
    e.period, e.unit, e.name, e.kind, e.position, m."row", m.position AS row_position,
    a.value AS annual, CASE WHEN t.quarters = m.needed THEN t.value END AS quarterly,
    coalesce(t.quarters, 0) AS quarters, m.needed,
    CASE
        WHEN a.value IS NULL OR t.quarters IS DISTINCT FROM m.needed THEN 'incomparable'
        WHEN a.value = t.value THEN 'same'
        ELSE 'differs'
    END AS standing
FROM returns.expected e
JOIN returns.parameter p USING (job)
JOIN intake.period y ON (y.job, y.period) = (e.job, e.period)
CROSS JOIN measure m
LEFT JOIN returns.annual_requests a
    ON (a.job, a.period, a.unit, a."row", a."column") = (e.job, e.period, e.unit, m."row", 'total')
LEFT JOIN taken t ON (t.unit, t.year, t."row") = (e.unit, y.year, m."row")
