-- $1 numbers of submissions joined by commas, $2 as of, $3 how many of each at most: their first errors, and how many there are.
WITH wanted AS (
    SELECT unnest(string_split($1, ','))::BIGINT AS submission
),
found AS (
    SELECT
        f.*,
        count(*) OVER (PARTITION BY f.submission) AS errors,
        row_number() OVER (PARTITION BY f.submission ORDER BY f.number) AS place
    FROM intake.finding_at($2) f
    SEMI JOIN wanted w USING (submission)
    WHERE f.severity = 'error'
)
SELECT submission, sheet, cell, message_zh, message_en, cure_zh, cure_en, errors
FROM found
WHERE place <= $3
ORDER BY submission, number
