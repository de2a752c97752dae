-- Answers in time, by the register. Due are the requests that were answered and those that ought to have been by the
-- quarter's end; not yet due, awaiting correction, withdrawn and unclear ones are left out and counted apart.
WITH counted AS (
    SELECT
        c.period, s.level, s.scope,
        count(*) AS requests,
        count(DISTINCT c.unit) AS reported,
        count(*) FILTER (standing = 'in_time') AS in_time,
        count(*) FILTER (standing = 'late') AS late,
        count(*) FILTER (standing = 'overdue') AS overdue,
        count(*) FILTER (standing = 'open') AS not_yet_due,
        count(*) FILTER (standing = 'awaiting_correction') AS awaiting_correction,
        count(*) FILTER (standing = 'withdrawn') AS withdrawn,
        count(*) FILTER (standing = 'unclear') AS unclear,
        count(*) FILTER (standing IN ('in_time', 'late', 'overdue')) AS due,
        count(*) FILTER (standing IN ('in_time', 'late') AND extended) AS extended,
        returns.quotient(
            sum(days_used) FILTER (standing IN ('in_time', 'late')),
            count(days_used) FILTER (standing IN ('in_time', 'late'))) AS mean_days,
        (median(days_used) FILTER (standing IN ('in_time', 'late')))::DECIMAL(38, 12) AS median_days,
        max(days_used) FILTER (standing IN ('in_time', 'late')) AS longest_days
    FROM mart.request_clock c
    JOIN mart.scope s USING (period, unit)
    GROUP BY c.period, s.level, s.scope
)
SELECT
    r.period, r.level, r.scope, r.top, c.* EXCLUDE (period, level, scope, reported),
    returns.quotient(c.in_time, c.due) AS in_time_rate,
    coalesce(c.reported, 0) AS reported, r.expected
FROM mart.reporting r
LEFT JOIN counted c USING (period, level, scope)
