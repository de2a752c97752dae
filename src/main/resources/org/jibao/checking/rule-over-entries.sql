-- The same for a rule over the entries of a register; an entry's place is its row.
WITH evaluated AS (
    SELECT c.submission, c.sheet, c."row" AS entry_row, c.${entry}::VARCHAR AS entry,
        ${assessable} AS assessable,
        ${left} AS left_side,
        ${right} AS right_side,
        ${cells} AS cells
    FROM rule_return r
    JOIN ${entries} c ON c.submission = r.submission
),
judged AS MATERIALIZED (
    SELECT *, CASE WHEN assessable THEN TRY(${passes}) END AS passed FROM evaluated
)
SELECT submission, entry_row::VARCHAR AS subject, entry, NULL AS previous_period, left_side, right_side,
    sheet, 'A' || entry_row AS cell, cells, NULL AS passed, NULL AS not_assessable
FROM judged
WHERE NOT passed
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    count(*) FILTER (passed), count(*) FILTER (passed IS NULL)
FROM judged;
