-- The entries of one register in them.
CREATE OR REPLACE TEMP TABLE ${table} AS
SELECT e.*
FROM intake.${entries} e
SEMI JOIN rule_return r ON r.submission = e.submission;
