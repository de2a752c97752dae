-- The figures of one form in the returns that count for the period, each with those of the unit's earlier periods: v0 is the period's
-- own. ages: how many periods back each code is; places: the cells by their numbers; values: a column an age.
CREATE OR REPLACE TEMPORARY TABLE unlikely_cell AS
WITH ages (age, period) AS (
    VALUES ${ages}
),
places (place, form, "row", "column") AS (
    VALUES ${places}
),
judged AS (
    SELECT row_number() OVER (ORDER BY u.position, s.unit) - 1 AS number, s.unit
    FROM returns.submission s
    JOIN returns.parameter p USING (job, period)
    JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
),
counted AS (
    SELECT s.id AS submission, a.age, j.number
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
    JOIN ages a ON a.period = s.period
    JOIN judged j USING (unit)
)
SELECT
    c.number, p.place${values}
FROM intake.observation o
JOIN counted c USING (submission)
JOIN places p USING (form, "row", "column")
WHERE o.value IS NOT NULL
GROUP BY c.number, p.place
HAVING count(*) FILTER (c.age = 0) > 0
ORDER BY c.number, p.place
