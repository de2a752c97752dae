-- Of the period's returns that the rules have yet to judge, those of the units that are judged together.
CREATE OR REPLACE TEMP TABLE rule_beyond_return AS
SELECT p.*
FROM rule_previous_return p
SEMI JOIN (SELECT submission FROM rule_return WHERE unit IN (${units})) r ON r.submission = p.submission;
