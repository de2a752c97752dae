-- Every verdict that is to be given on a return of one period, with the same unit's return that counted then for the period
-- before, or NULL where there was none.
CREATE OR REPLACE TEMP TABLE rule_previous_return AS
SELECT k.number AS submission, k.source, k.moment, r.unit, r.period,
    r.period_number, r.period_year, r.period_start, r.period_end, p.previous AS previous_period, c.submission AS previous
FROM rule_case k
JOIN rule_return r ON r.submission = k.source
JOIN intake.period p ON p.job = ${job} AND p.period = r.period
LEFT JOIN rule_counted c
    ON (c.job, c.unit, c.period) = (p.job, r.unit, p.previous) AND c.since <= k.moment AND k.moment < c.until
WHERE r.period = ${period};
