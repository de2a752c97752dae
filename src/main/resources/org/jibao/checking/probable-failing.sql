-- The verdicts to be given on returns in which a rule over a grid fails that must hold: by what their content says, or in the cases
-- numbered.
CREATE OR REPLACE TEMP TABLE rule_failing AS
SELECT k.number, k.source, row_number() OVER (ORDER BY k.number) AS position
FROM rule_case k
WHERE k.number IN (${numbers})
    OR k.source IN (
        SELECT submission
        FROM intake.finding
        WHERE severity = 'error' AND since IS NULL AND code IN (${codes})
    );
