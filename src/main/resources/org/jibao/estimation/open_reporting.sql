-- Of a job without figures: the units that are missing, each with its equal share of the reporting.
WITH expected AS (
    SELECT u.*, count(*) OVER () AS units
    FROM returns.reporting_unit u
    JOIN returns.parameter p USING (period)
),
missing AS (
    SELECT *, row_number() OVER (ORDER BY position, unit) AS place, count(*) OVER () AS lines
    FROM expected
    WHERE NOT accepted
)
SELECT period, place, 'missing', CASE WHEN state = 'missing' AND held > 0 THEN 'held' ELSE state END, unit, name, NULL, NULL, NULL, NULL,
    1 / units, place / lines
FROM missing
ORDER BY place
