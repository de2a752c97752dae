-- Their cells. What does not apply counts as 0 in a rule; what is blank or invalid is missing (NULL).
CREATE OR REPLACE TEMP TABLE rule_cell AS
SELECT o.submission, o.form, o."row", o."column", o.status, o.raw, o.sheet, o.cell,
    CASE WHEN o.status = 'na' THEN 0 ELSE o.value END::DECIMAL(18, 4) AS value
FROM intake.observation o
SEMI JOIN rule_return r ON r.submission = o.submission;
