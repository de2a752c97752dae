-- Every verdict that is to be given: a return at a moment, under a number.
CREATE OR REPLACE TEMP TABLE rule_case AS
SELECT row_number() OVER (ORDER BY id, since) AS number, id AS source, unit, since AS moment
FROM rule_expected
SEMI JOIN rule_changed USING (id)
WHERE duplicate_of IS NULL;
