-- How the requests of each kind of unit stand, for a chart.
SELECT
    name_zh, name_en,
    max(value) FILTER (item = 'in_time') AS in_time,
    max(value) FILTER (item = 'late') AS late,
    max(value) FILTER (item = 'overdue') AS overdue,
    max(value) FILTER (item = 'open') AS not_yet_due,
    max(value) FILTER (item = 'awaiting_correction') AS awaiting_correction
FROM mart.figure
JOIN returns.parameter p USING (period)
WHERE figure = 'register_requests' AND dimension = 'standing' AND level = 'kind'
GROUP BY scope, name_zh, name_en, scope_position
HAVING count(value) > 0
ORDER BY scope_position
