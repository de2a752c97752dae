-- How many units of each kind have which grade; those that owe a return and have no score are without.
SELECT name_zh, name_en,
    max(value) FILTER (figure = 'excellent') AS excellent, max(value) FILTER (figure = 'pass') AS "pass",
    max(value) FILTER (figure = 'fail') AS fail, max(expected) - max(reported) FILTER (figure = 'score') AS unassessed
FROM mart.figure g
JOIN returns.parameter p USING (period)
WHERE level = 'kind' AND dimension = ''
GROUP BY scope, name_zh, name_en, scope_position
HAVING max(reported) FILTER (figure = 'score') > 0
ORDER BY scope_position
