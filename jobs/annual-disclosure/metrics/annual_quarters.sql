-- The year beside its four quarters, by unit: received, carried in, carried out (totals). "same", "differs", or
-- "incomparable" where a report or a quarterly return that it takes is not in the store.
WITH units AS (
    SELECT e.period, e.unit, e.name, e.kind, e.position, t.year
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
    JOIN intake.period t ON (t.job, t.period) = (e.job, e.period)
),
annual AS (
    SELECT a.period, a.unit, a."row", a.value
    FROM returns.annual_requests a
    JOIN returns.parameter p USING (job)
    WHERE a."column" = 'total' AND a."row" IN ('received', 'carried_in', 'carried_out')
),
accepted AS (
    SELECT s.id, s.unit, t.year, t.number
    FROM returns.submission s
    JOIN intake.period t ON (t.job, t.period) = (s.job, s.period)
    WHERE s.job = 'quarterly-disclosure'
),
quarters AS (
    SELECT a.unit, a.year, a.number, o."row", o.value
    FROM accepted a
    JOIN intake.observation o ON o.submission = a.id
    WHERE o.form = 'requests' AND o."column" = 'total' AND o.status IN ('value', 'zero')
        AND (o."row" = 'received' OR o."row" = 'carried_in' AND a.number = 1 OR o."row" = 'carried_out' AND a.number = 4)
),
taken AS (
    SELECT unit, year, "row", sum(value) AS value, count(*) AS quarters
    FROM quarters
    GROUP BY unit, year, "row"
),
measure("row", position, needed) AS (
    VALUES ('received', 1, 4), ('carried_in', 2, 1), ('carried_out', 3, 1)
)
SELECT
    u.period, u.unit, u.name, u.kind, u.position, m."row", m.position AS row_position,
    a.value AS annual, CASE WHEN t.quarters = m.needed THEN t.value END AS quarterly,
    coalesce(t.quarters, 0) AS quarters, m.needed,
    CASE
        WHEN a.value IS NULL OR t.quarters IS DISTINCT FROM m.needed THEN 'incomparable'
        WHEN a.value = t.value THEN 'same'
        ELSE 'differs'
    END AS standing
FROM units u
CROSS JOIN measure m
LEFT JOIN annual a ON (a.period, a.unit, a."row") = (u.period, u.unit, m."row")
LEFT JOIN taken t ON (t.unit, t.year, t."row") = (u.unit, u.year, m."row")
