-- $1 job, $2 as of, $3 unit: in the order in which they came. A rejected file may name no period. other: what counts in its stead, or
-- what it is a duplicate of. content: whether there is anything to compare.
WITH sent AS (
    SELECT *, max(CASE WHEN standing = 'counted' THEN id END) OVER (PARTITION BY period) AS counted
    FROM intake.standing_at($2)
    WHERE job = $1 AND unit = $3
)
SELECT
    period, id, file, received_at, verdict, revision, standing,
    CASE standing WHEN 'superseded' THEN counted WHEN 'duplicate' THEN duplicate_of END AS other,
    verdict IN ('accepted', 'accepted_with_warnings', 'returned') AS content
FROM sent
ORDER BY period, received_at, file, sha256
