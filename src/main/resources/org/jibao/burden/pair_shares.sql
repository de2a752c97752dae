-- $1 how many batches of units there are, $2 which one, $3 as of, $4 how many of the newest periods, $5 the pairs, one a line, its parts
-- apart by tabs: number, job and cell, job and cell of as long or longer periods. Only pairs of which either value is not zero say
-- anything. A return of the longer period is compared if those of the shorter ones fill it.
WITH line AS (
    SELECT string_split(unnest(string_split($5, chr(10))), chr(9)) AS part
),
pair AS (
    SELECT part[1]::INTEGER AS pair, part[2] AS job, part[3] AS cell, part[4] AS longer_job, part[5] AS longer_cell
    FROM line
),
counted AS (
    SELECT s.id, s.job, s.unit, p.period, p.start_date, p.end_date
    FROM intake.standing_at($3) s
    JOIN intake.period p USING (job, period)
    WHERE s.standing = 'counted' AND s.job IN (SELECT job FROM pair UNION SELECT longer_job FROM pair)
),
newest AS (
    SELECT job, period
    FROM counted
    GROUP BY job, period
    QUALIFY row_number() OVER (PARTITION BY job ORDER BY max(end_date) DESC) <= $4
),
within AS (
    SELECT l.id AS longer, l.job AS longer_job, c.id AS shorter, c.job, c.end_date,
        count(*) OVER (PARTITION BY l.id, c.job) AS parts,
        sum(c.end_date - c.start_date + 1) OVER (PARTITION BY l.id, c.job) = l.end_date - l.start_date + 1 AS filled
    FROM counted l
    SEMI JOIN newest n ON n.job = l.job AND n.period = l.period
    JOIN counted c ON c.unit = l.unit AND c.start_date >= l.start_date AND c.end_date <= l.end_date
    WHERE hash(l.unit) % $1 = $2 AND (c.job, l.job) IN (SELECT (job, longer_job) FROM pair)
),
-- Those of the batch alone: their names are put together once.
answered AS MATERIALIZED (
    SELECT submission, form || '.' || "row" || '.' || "column" AS cell, CASE WHEN status = 'na' THEN 0 ELSE value END AS value
    FROM intake.observation
    WHERE (value IS NOT NULL OR status = 'na')
        AND submission IN (SELECT shorter FROM within WHERE filled UNION SELECT longer FROM within WHERE filled)
),
shorter AS (
    SELECT p.pair, w.longer, any_value(w.parts) AS parts, count(*) AS stated, sum(o.value) AS total, arg_max(o.value, w.end_date) AS last
    FROM answered o
    JOIN pair p ON p.cell = o.cell
    JOIN within w ON w.shorter = o.submission AND w.job = p.job AND w.longer_job = p.longer_job AND w.filled
    GROUP BY p.pair, w.longer
),
longer AS (
    SELECT p.pair, o.submission AS longer, o.value
    FROM answered o
    JOIN pair p ON p.longer_cell = o.cell
    SEMI JOIN within w ON w.longer = o.submission AND w.longer_job = p.longer_job
)
SELECT
    s.pair::VARCHAR AS key,
    count(*) AS returns,
    count(*) FILTER (s.total = l.value) AS total,
    count(*) FILTER (s.last = l.value) AS last,
    max(s.parts)::BIGINT AS periods
FROM shorter s
JOIN longer l USING (pair, longer)
WHERE s.stated = s.parts AND (l.value <> 0 OR s.total <> 0)
GROUP BY s.pair
