-- Files with a defect of their bytes: of those for one unit and period, or for none, the first is rejected and the others are
-- its duplicates.
CREATE OR REPLACE TEMP TABLE rule_expected AS
WITH defective AS (
    SELECT id, unit, received_at, first_value(id) OVER (
        PARTITION BY unit, period, sha256 ORDER BY received_at, file, id) AS first
    FROM intake.submission
    ANTI JOIN intake.from_package f ON f.submission = id
    WHERE job = ${job} AND content = false AND starts_with(reason, 'file-')
)
SELECT id, unit, CASE WHEN first <> id THEN first END AS duplicate_of, received_at AS since, '' AS looked_at
FROM defective;
