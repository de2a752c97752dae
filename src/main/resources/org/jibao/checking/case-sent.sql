-- What was sent for some periods by some units and could be read, in whatever run it was taken in.
CREATE OR REPLACE TEMP TABLE rule_sent AS
SELECT id, unit, period, received_at, file, sha256
FROM intake.submission
WHERE job = ${job} AND content AND ${only};
