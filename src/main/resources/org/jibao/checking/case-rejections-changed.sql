-- Those of them that are not what they should be.
CREATE OR REPLACE TEMP TABLE rule_changed AS
SELECT e.id
FROM rule_expected e
JOIN intake.submission s USING (id)
WHERE e.duplicate_of IS DISTINCT FROM s.duplicate_of;
