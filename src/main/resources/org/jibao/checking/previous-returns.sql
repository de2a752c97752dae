-- The returns of one period that the rules have yet to judge, each with the same unit's return that counts for the
-- period before, or NULL where there is none.
CREATE OR REPLACE TEMP TABLE rule_previous_return AS
SELECT r.submission, r.period_number, r.period_year, r.period_start, r.period_end, p.previous AS previous_period, s.id AS previous
FROM rule_return r
JOIN intake.period p ON p.job = ${job} AND p.period = r.period
LEFT JOIN returns.submission s ON s.job = p.job AND s.unit = r.unit AND s.period = p.previous
WHERE r.period = ${period};
