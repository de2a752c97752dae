-- What was sent for some periods by some units and could be read, in whatever run it was taken in.
CREATE OR REPLACE TEMP TABLE rule_sent AS
SELECT id, unit, period, received_at, file, sha256,
    CASE WHEN against IS NOT NULL THEN -1 ELSE intake.strength(evidence, against) END AS strength
FROM intake.submission
WHERE job = ${job} AND content AND ${only};
