-- One row: the names of the last eight periods, p8 the newest. One that the store does not know is missing.
WITH recent AS (
    SELECT t.period, 9 - row_number() OVER (ORDER BY t.period DESC) AS n
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    WHERE t.period <= p.period
)
SELECT
    max(period) FILTER (n = 1) AS p1, max(period) FILTER (n = 2) AS p2, max(period) FILTER (n = 3) AS p3,
    max(period) FILTER (n = 4) AS p4, max(period) FILTER (n = 5) AS p5, max(period) FILTER (n = 6) AS p6,
    max(period) FILTER (n = 7) AS p7, max(period) FILTER (n = 8) AS p8
FROM recent
