-- Their cells, under the submission that is compared with them.
CREATE OR REPLACE TEMP TABLE rule_previous_cell AS
SELECT r.submission, i.number, o.status, o.raw, o.sheet, o.cell,
    CASE WHEN o.status = 'na' THEN 0 ELSE o.value END::DECIMAL(18, 4) AS value
FROM rule_previous_return r
JOIN intake.observation o ON o.submission = r.previous
JOIN rule_indicator i ON i.form = o.form AND i."row" = o."row" AND i."column" = o."column";
