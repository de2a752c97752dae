-- A digest of the cells and entries of each submission that has any, whatever their order. ${entries}: those of registers, as texts.
CREATE OR REPLACE TEMP TABLE handed_content AS
WITH line AS (
    SELECT submission, concat_ws(chr(31), form, "row", "column", status, value, raw, sheet, cell) AS line
    FROM handed_observations
    ${entries}
)
SELECT s.submission, coalesce(sum(md5_number_lower(l.line)::HUGEINT), 0)::VARCHAR AS content
FROM handed_submissions s
LEFT JOIN line l USING (submission)
WHERE s.standing = 'counted'
GROUP BY s.submission
