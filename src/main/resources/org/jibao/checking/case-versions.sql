-- For each unit and group of returns looked at, when it changed and a digest of what it then was; NULL: not all of it was
-- there, which is to the rules as if nothing were. The digest is a sum, so that one of thousands of returns changes it at
-- the price of one.
CREATE OR REPLACE TEMP TABLE rule_version AS
WITH counted AS (
    SELECT l.unit, l.number, l.size, c.since, c.until, md5_number_lower(c.mark)::HUGEINT AS digest
    FROM rule_look l
    JOIN rule_counted c ON (c.job, c.unit, c.period) = (l.job, l.source_unit, l.period)
    WHERE c.submission IS NOT NULL
),
step AS (
    SELECT unit, number, size, since AS instant, 1 AS more, digest
    FROM counted
    UNION ALL
    SELECT unit, number, size, until, -1, -digest
    FROM counted
    WHERE until < TIMESTAMP 'infinity'
),
moment AS (
    SELECT unit, number, any_value(size) AS size, instant, sum(more) AS more, sum(digest) AS digest
    FROM step
    GROUP BY unit, number, instant
),
running AS (
    SELECT unit, number, size, instant,
        sum(more) OVER so_far AS counted,
        sum(digest) OVER so_far AS digest
    FROM moment
    WINDOW so_far AS (PARTITION BY unit, number ORDER BY instant)
),
whole AS (
    SELECT unit, number, instant, CASE WHEN counted = size THEN digest END AS digest
    FROM running
),
changed AS (
    SELECT *
    FROM whole
    QUALIFY digest IS DISTINCT FROM lag(digest) OVER (PARTITION BY unit, number ORDER BY instant)
)
SELECT unit, number, digest, instant AS since,
    lead(instant, 1, TIMESTAMP 'infinity') OVER (PARTITION BY unit, number ORDER BY instant) AS until
FROM changed;
