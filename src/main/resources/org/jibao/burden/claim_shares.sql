-- $1 how many batches of units there are, $2 which one, $3 job, $4 as of, $5 how many of the newest periods, $6 the claims, one line a
-- term, its parts apart by tabs: number of the claim, the cell that it determines, in which periods (all, first or later ones of the
-- year), sign, whether it is of the period before, the term's cell, tolerance. How many returns have the cell and all terms, and in how
-- many the terms add up to it. Terms are few: they are looked up for each cell, and only sums are kept.
WITH line AS (
    SELECT string_split(unnest(string_split($6, chr(10))), chr(9)) AS part
),
term AS (
    SELECT
        part[1]::INTEGER AS claim, part[2] AS target, f.first, part[4]::INTEGER AS sign, part[5] = '1' AS back, part[6] AS source,
        part[7]::DECIMAL(18, 4) AS tolerance
    FROM line
    JOIN (VALUES (true), (false)) f (first) ON part[3] = 'all' OR (part[3] = 'first') = f.first
),
claims AS (
    SELECT claim, target, first, count(*) AS terms, any_value(tolerance) AS tolerance
    FROM term
    GROUP BY claim, target, first
),
counted AS (
    SELECT s.id, s.unit, p.period, p.end_date, p.previous, p.number
    FROM intake.standing_at($4) s
    JOIN intake.period p USING (job, period)
    WHERE s.job = $3 AND s.standing = 'counted'
),
newest AS (
    SELECT period
    FROM counted
    GROUP BY period
    ORDER BY max(end_date) DESC
    LIMIT $5
),
looked AS (
    SELECT c.id, b.id AS before, c.number = 1 AS first
    FROM counted c
    SEMI JOIN newest USING (period)
    LEFT JOIN counted b ON b.unit = c.unit AND b.period = c.previous
    WHERE hash(c.unit) % $1 = $2
),
spoken AS (
    SELECT id, id AS submission, false AS back, first
    FROM looked
    UNION ALL
    SELECT id, before, true, first
    FROM looked
    WHERE before IS NOT NULL
),
-- Those of the batch alone: their names are put together once.
answered AS MATERIALIZED (
    SELECT submission, form || '.' || "row" || '.' || "column" AS cell, CASE WHEN status = 'na' THEN 0 ELSE value END AS value
    FROM intake.observation
    WHERE (value IS NOT NULL OR status = 'na') AND submission IN (SELECT submission FROM spoken)
),
added AS (
    SELECT t.claim, s.id, s.first, sum(t.sign * o.value) AS value, count(*) AS terms
    FROM answered o
    JOIN term t ON t.source = o.cell
    JOIN spoken s ON s.submission = o.submission AND s.back = t.back AND s.first = t.first
    GROUP BY t.claim, s.id, s.first
),
stated AS (
    SELECT c.claim, l.id, c.terms, c.tolerance, o.value
    FROM answered o
    JOIN claims c ON c.target = o.cell
    JOIN looked l ON l.id = o.submission AND l.first = c.first
)
SELECT
    s.claim::VARCHAR AS key,
    count(*) AS returns,
    count(*) FILTER (abs(s.value - a.value) <= s.tolerance) AS holds
FROM stated s
JOIN added a ON a.claim = s.claim AND a.id = s.id AND a.terms = s.terms
GROUP BY s.claim
