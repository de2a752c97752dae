-- What the rules saw of these returns, one row a case: ${first} to ${last} by position.
WITH failing AS (
    SELECT number, source
    FROM rule_failing
    WHERE position BETWEEN ${first} AND ${last}
),
unusual AS (
    SELECT submission, string_agg(number || ' ' || status, ',') AS cells
    FROM rule_cell
    SEMI JOIN failing f ON f.source = submission
    WHERE status NOT IN ('value', 'zero')
    GROUP BY submission
)
SELECT f.number, r.period_number, r.period_year, ${previous_there}, l.figures::VARCHAR, ${previous}::VARCHAR, u.cells
FROM failing f
JOIN rule_return r ON r.submission = f.source
JOIN rule_list l ON l.submission = f.source
LEFT JOIN unusual u ON u.submission = f.source
${previous_tables}
ORDER BY f.number
