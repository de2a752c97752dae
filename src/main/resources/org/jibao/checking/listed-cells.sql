-- One list of values a return, in which the n-th is of cell n. Cells that the reader did not find are filled in as
-- missing, so that none moves into another's place; a cell that is there twice would, and is a fault of ours.
${begin}
WITH incomplete AS (
    SELECT r.submission
    FROM ${returns} r
    LEFT JOIN ${cells} c ON c.submission = r.submission
    WHERE r.submission % ${parts} = ${part}
    GROUP BY r.submission
    HAVING count(c.number) <> ${size} OR sum(c.number) <> ${size} * (${size} + 1) // 2
),
absent AS (
    SELECT i.submission, n.number
    FROM incomplete i
    CROSS JOIN rule_indicator n
    ANTI JOIN ${cells} c ON c.submission = i.submission AND c.number = n.number
),
complete AS (
    SELECT submission, number, value FROM ${cells} WHERE submission % ${parts} = ${part}
    UNION ALL
    SELECT submission, number, NULL FROM absent
)
SELECT
    submission,
    CASE
        WHEN count(*) = ${size} THEN list(value ORDER BY number)
        ELSE error('submission ' || submission || ' has a cell twice')
    END AS figures
FROM complete
GROUP BY submission;
