-- $1 job, $2 as of, $3 how many of the newest periods, $4 the claims, one line a term, its parts apart by tabs: number of the claim,
-- the cell that it determines, in which periods (all, first or later ones of the year), sign, whether it is of the period before, the
-- term's cell, tolerance. How many returns have the cell and all terms, and in how many the terms add up to it.
WITH line AS (
    SELECT string_split(unnest(string_split($4, chr(10))), chr(9)) AS part
),
term AS (
    SELECT
        part[1]::INTEGER AS claim, part[2] AS target, part[3] AS phase, part[4]::INTEGER AS sign, part[5] = '1' AS back,
        part[6] AS source, part[7]::DECIMAL(18, 4) AS tolerance
    FROM line
),
counted AS (
    SELECT s.id, s.unit, p.period, p.end_date, p.previous, p.number
    FROM intake.standing_at($2) s
    JOIN intake.period p USING (job, period)
    WHERE s.job = $1 AND s.standing = 'counted'
),
newest AS (
    SELECT period
    FROM counted
    GROUP BY period
    ORDER BY max(end_date) DESC
    LIMIT $3
),
looked AS (
    SELECT c.id, c.unit, c.period, b.id AS before, c.number = 1 AS first
    FROM counted c
    SEMI JOIN newest USING (period)
    LEFT JOIN counted b ON b.unit = c.unit AND b.period = c.previous
),
named AS (
    SELECT submission, form || '.' || "row" || '.' || "column" AS cell, CASE WHEN status = 'na' THEN 0 ELSE value END AS value
    FROM intake.observation
    WHERE submission IN (SELECT id FROM looked UNION SELECT before FROM looked)
),
wanted AS (
    SELECT t.*, l.id, CASE WHEN t.back THEN l.before ELSE l.id END AS submission
    FROM term t
    JOIN looked l ON t.phase = 'all' OR (t.phase = 'first') = l.first
),
added AS (
    SELECT
        w.claim, w.id, w.target, any_value(w.tolerance) AS tolerance,
        sum(w.sign * s.value) AS value, count(s.value) = count(*) AS whole
    FROM wanted w
    LEFT JOIN named s ON s.submission = w.submission AND s.cell = w.source
    GROUP BY w.claim, w.id, w.target
)
SELECT
    a.claim::BIGINT AS claim,
    count(*) AS returns,
    count(*) FILTER (abs(t.value - a.value) <= a.tolerance) AS holds
FROM added a
JOIN named t ON t.submission = a.id AND t.cell = a.target
WHERE a.whole AND t.value IS NOT NULL
GROUP BY a.claim
