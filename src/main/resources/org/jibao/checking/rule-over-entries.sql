-- The same for a rule over the entries of a register; an entry's place is its row. Of one return only the first ${most}
-- failures are listed, the others counted; what is shown of an entry is made for these alone, as there may be a million.
WITH evaluated AS (
    SELECT c.submission, c.sheet, c."row" AS entry_row,
        ${assessable} AS assessable,
        ${left} AS left_side,
        ${right} AS right_side
    FROM rule_return r
    JOIN ${entries} c ON c.submission = r.submission
),
judged AS MATERIALIZED (
    SELECT *, CASE WHEN assessable THEN TRY(${passes}) END AS passed FROM evaluated
),
numbered AS (
    SELECT *,
        row_number() OVER (PARTITION BY submission ORDER BY sheet, entry_row) AS number,
        count(*) OVER (PARTITION BY submission) - ${most} AS more
    FROM judged
    WHERE NOT passed
),
listed AS (
    SELECT n.submission, n.sheet, n.entry_row, n.left_side, n.right_side, n.more,
        c.${entry}::VARCHAR AS entry,
        ${cells} AS cells
    FROM numbered n
    JOIN ${entries} c ON c.submission = n.submission AND c.sheet = n.sheet AND c."row" = n.entry_row
    WHERE n.number <= ${most}
)
SELECT submission, entry_row::VARCHAR AS subject, entry, NULL AS previous_period, left_side, right_side,
    sheet, 'A' || entry_row AS cell, cells, greatest(more, 0) AS more, NULL AS passed, NULL AS not_assessable
FROM listed
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    count(*) FILTER (passed), count(*) FILTER (passed IS NULL)
FROM judged;
