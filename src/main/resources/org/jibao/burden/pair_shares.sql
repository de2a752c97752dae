-- $1 as of, $2 how many of the newest periods, $3 the pairs, one a line, its parts apart by tabs: number, job and cell, job and cell
-- of as long or longer periods. Only pairs of which either value is not zero say anything. A return of the longer period is compared
-- if those of the shorter ones fill it.
WITH line AS (
    SELECT string_split(unnest(string_split($3, chr(10))), chr(9)) AS part
),
pair AS (
    SELECT part[1]::INTEGER AS pair, part[2] AS job, part[3] AS cell, part[4] AS longer_job, part[5] AS longer_cell
    FROM line
),
counted AS (
    SELECT s.id, s.job, s.unit, p.period, p.start_date, p.end_date
    FROM intake.standing_at($1) s
    JOIN intake.period p USING (job, period)
    WHERE s.standing = 'counted' AND s.job IN (SELECT job FROM pair UNION SELECT longer_job FROM pair)
),
newest AS (
    SELECT job, period
    FROM counted
    GROUP BY job, period
    QUALIFY row_number() OVER (PARTITION BY job ORDER BY max(end_date) DESC) <= $2
),
within AS (
    SELECT l.id AS longer, l.job AS longer_job, c.id AS shorter, c.job, c.end_date,
        sum(c.end_date - c.start_date + 1) OVER (PARTITION BY l.id, c.job) = l.end_date - l.start_date + 1 AS filled
    FROM counted l
    SEMI JOIN newest n ON n.job = l.job AND n.period = l.period
    JOIN counted c ON c.unit = l.unit AND c.start_date >= l.start_date AND c.end_date <= l.end_date
    WHERE (c.job, l.job) IN (SELECT (job, longer_job) FROM pair)
),
named AS (
    SELECT submission, form || '.' || "row" || '.' || "column" AS cell, CASE WHEN status = 'na' THEN 0 ELSE value END AS value
    FROM intake.observation
    WHERE submission IN (SELECT shorter FROM within UNION SELECT longer FROM within)
),
compared AS (
    SELECT
        p.pair, w.longer, any_value(b.value) AS value, count(*) AS shorter, count(a.value) = count(*) AS whole,
        sum(a.value) AS total, arg_max(a.value, w.end_date) AS last
    FROM pair p
    JOIN within w ON w.job = p.job AND w.longer_job = p.longer_job AND w.filled
    LEFT JOIN named a ON a.submission = w.shorter AND a.cell = p.cell
    JOIN named b ON b.submission = w.longer AND b.cell = p.longer_cell
    GROUP BY p.pair, w.longer
)
SELECT
    pair::BIGINT AS pair,
    count(*) AS returns,
    count(*) FILTER (total = value) AS total,
    count(*) FILTER (last = value) AS last,
    max(shorter)::BIGINT AS shorter
FROM compared
WHERE whole AND value IS NOT NULL AND (value <> 0 OR total <> 0)
GROUP BY pair
