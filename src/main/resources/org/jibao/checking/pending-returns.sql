-- The returns that the rules have yet to judge.
CREATE OR REPLACE TEMP TABLE rule_return AS
SELECT s.id AS submission, s.unit, s.period, p.number AS period_number, p.year AS period_year,
    p.start_date AS period_start, p.end_date AS period_end
FROM intake.submission s
LEFT JOIN intake.period p ON p.job = s.job AND p.period = s.period
WHERE s.job = ${job} AND s.verdict = 'pending';
