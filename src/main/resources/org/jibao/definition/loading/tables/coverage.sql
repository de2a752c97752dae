-- How complete the summary is: the whole, then each kind of unit.
WITH here AS (
    SELECT r.*
    FROM returns.reporting r
    JOIN returns.parameter p USING (period)
    WHERE r.top OR (r.level = 'kind' AND (SELECT count(DISTINCT scope) FROM returns.reporting WHERE level = 'kind') > 1)
)
SELECT
    name_zh, name_en, actual || '/' || expected AS coverage, rate, on_time, on_time_rate, late, returned, rejected, missing, zero
FROM here
ORDER BY top DESC, position, scope
