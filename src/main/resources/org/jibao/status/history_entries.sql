-- $1 older, $2 newer submission, $3 how many at most: entries of one register that differ. An entry is known again by the key;
-- of several with one key the first is the first again. Each field gives two columns, before and after.
WITH older AS (
    SELECT *, ${key} AS entry_key, row_number() OVER (PARTITION BY ${key} ORDER BY "row") AS entry_number
    FROM ${table}
    WHERE submission = $1
),
newer AS (
    SELECT *, ${key} AS entry_key, row_number() OVER (PARTITION BY ${key} ORDER BY "row") AS entry_number
    FROM ${table}
    WHERE submission = $2
)
SELECT
    o."row" AS older_row, n."row" AS newer_row, coalesce(n.sheet, o.sheet) AS sheet,
    coalesce(n.entry_key, o.entry_key)::VARCHAR AS entry_key, count(*) OVER () AS differing,
    ${fields}
FROM older o
FULL JOIN newer n ON n.entry_key IS NOT DISTINCT FROM o.entry_key AND n.entry_number = o.entry_number
WHERE o.submission IS NULL OR n.submission IS NULL OR (${before}) IS DISTINCT FROM (${after})
ORDER BY coalesce(n."row", o."row"), o."row"
LIMIT $3
