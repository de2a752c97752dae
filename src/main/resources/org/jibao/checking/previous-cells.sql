-- Their cells, under the submission that is compared with them.
CREATE OR REPLACE TEMP TABLE rule_previous_cell AS
SELECT r.submission, o.form, o."row", o."column", o.status, o.raw, o.sheet, o.cell,
    CASE WHEN o.status = 'na' THEN 0 ELSE o.value END::DECIMAL(18, 4) AS value
FROM rule_previous_return r
JOIN intake.observation o ON o.submission = r.previous;
