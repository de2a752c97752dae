-- Their cells. What does not apply counts as 0 in a rule; what is blank or invalid is missing (NULL).
CREATE OR REPLACE TEMP TABLE rule_cell AS
SELECT o.submission, i.number, o.status, o.raw, o.sheet, o.cell,
    CASE WHEN o.status = 'na' THEN 0 ELSE o.value END::DECIMAL(18, 4) AS value
FROM intake.observation o
SEMI JOIN rule_return r ON r.submission = o.submission
JOIN rule_indicator i ON i.form = o.form AND i."row" = o."row" AND i."column" = o."column";
