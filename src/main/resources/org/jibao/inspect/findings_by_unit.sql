-- The findings of found.sql by unit, the most urgent first.
WITH ${found}
SELECT
    unit, coalesce(any_value(name), unit) AS name,
    count(*) FILTER (severity = 'error') AS errors,
    count(*) FILTER (severity = 'warning' AND NOT answered) AS open,
    count(*) FILTER (answered) AS answered,
    count(*) FILTER (severity = 'note') AS notes,
    arg_max(submission, (received_at, file, submission)) AS submission,
    arg_max(standing, (received_at, file, submission)) AS standing
FROM found
WHERE unit IS NOT NULL
GROUP BY unit
ORDER BY errors DESC, open DESC, unit
