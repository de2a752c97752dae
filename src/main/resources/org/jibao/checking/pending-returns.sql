-- The returns whose content the rules look at: those that are not judged yet, and those that are judged anew.
CREATE OR REPLACE TEMP TABLE rule_return AS
SELECT s.id AS submission, s.id AS source, s.unit, s.period, p.number AS period_number, p.year AS period_year,
    p.start_date AS period_start, p.end_date AS period_end
FROM intake.submission s
LEFT JOIN intake.period p ON p.job = s.job AND p.period = s.period
WHERE s.job = ${job} AND (s.verdict = 'pending' OR s.id IN (${again}));
