-- What was sent for some periods by some units and could be read, in whatever run it was taken in. What came in a package was judged
-- at its office.
CREATE OR REPLACE TEMP TABLE rule_sent AS
SELECT id, unit, period, received_at, file, sha256,
    CASE WHEN against IS NOT NULL THEN -1 ELSE intake.strength(evidence, against) END AS strength
FROM intake.submission
ANTI JOIN intake.from_package f ON f.submission = id
WHERE job = ${job} AND content AND ${only};
