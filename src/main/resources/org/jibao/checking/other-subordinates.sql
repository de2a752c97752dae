-- One figure of the units right below: the sum over their returns that count for the same period, of all that owe
-- one or of none. Who owes is as in returns.expected.
INSERT INTO rule_other
WITH subordinate AS (
    SELECT b.submission, b.period, b.moment, u.code AS unit, count(*) OVER (PARTITION BY b.submission) AS units
    FROM rule_previous_return b
    JOIN intake.period p ON p.job = ${job} AND p.period = b.period
    JOIN intake.unit u
        ON u.job = ${job} AND u.parent = b.unit AND u.owes
        AND (u.active_from IS NULL OR u.active_from <= p.end_date)
        AND (u.active_to IS NULL OR u.active_to >= p.end_date)
),
current AS (
    SELECT b.submission, b.units, s.submission AS id
    FROM subordinate b
    JOIN rule_counted s
        ON (s.job, s.unit, s.period) = (${job}, b.unit, b.period) AND s.since <= b.moment AND b.moment < s.until
),
cell AS (
    SELECT c.submission, c.units, ${subject} AS subject, o.value
    FROM current c
    JOIN intake.observation o ON o.submission = c.id AND ${condition}
    WHERE o.status IN ('value', 'zero')
),
summed AS (
    SELECT submission, units, subject, sum(value) AS value, rtrim(rtrim(sum(value)::VARCHAR, '0'), '.') AS shown
    FROM cell
    GROUP BY submission, units, subject
    HAVING count(*) = units
)
SELECT
    submission, ${number}, subject, value,
    format('下级 {} 个单位合计={}', units, shown),
    format('total of {} subordinate unit{}={}', units, CASE units WHEN 1 THEN '' ELSE 's' END, shown)
FROM summed;
