-- Messages and cases by kind. Every rate adds first and divides then; both of its operands are taken from the same
-- returns, so that one that lacks either is in neither sum.
WITH cases AS (
    SELECT g.* EXCLUDE (job, submission, "row"), g."row" AS case_kind, g.answered_in_time + g.answered_late AS answered
    FROM returns.responses_by_row g
    JOIN returns.parameter p USING (job)
),
labels AS (
    SELECT l.id AS case_kind, l.zh AS case_kind_zh, l.en AS case_kind_en, l.position AS case_kind_position
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.form = 'responses' AND l.axis = 'row'
),
summed AS (
    SELECT
        c.period, s.level, s.scope, c.case_kind,
        count(received) AS reported,
        sum(received) AS received, sum(valid) AS valid, sum(received - valid) AS excluded,
        sum(answered_in_time) AS answered_in_time, sum(answered_late) AS answered_late,
        sum(valid - answered) AS unanswered,
        sum(closed) AS closed, sum(closed_early) AS closed_early, sum(satisfied) AS satisfied, sum(rated) AS rated,
        sum(answered) FILTER (valid IS NOT NULL) AS reply_numerator,
        sum(valid) FILTER (answered IS NOT NULL) AS reply_denominator,
        sum(answered_in_time) FILTER (valid IS NOT NULL) AS in_time_numerator,
        sum(valid) FILTER (answered_in_time IS NOT NULL) AS in_time_denominator,
        sum(closed) FILTER (valid IS NOT NULL) AS closing_numerator,
        sum(valid) FILTER (closed IS NOT NULL) AS closing_denominator,
        sum(closed_early) FILTER (closed IS NOT NULL) AS early_numerator,
        sum(closed) FILTER (closed_early IS NOT NULL) AS early_denominator,
        sum(satisfied) FILTER (rated IS NOT NULL) AS satisfaction_numerator,
        sum(rated) FILTER (satisfied IS NOT NULL) AS satisfaction_denominator,
        -- Averages come back to days before they are added: weighted by the cases closed, never averaged again.
        sum(days_taken * closed) AS days_taken_numerator,
        sum(closed) FILTER (days_taken IS NOT NULL) AS days_taken_denominator,
        sum(days_promised * closed) AS days_promised_numerator,
        sum(closed) FILTER (days_promised IS NOT NULL) AS days_promised_denominator,
        sum(days_statutory * closed) AS days_statutory_numerator,
        sum(closed) FILTER (days_statutory IS NOT NULL) AS days_statutory_denominator
    FROM cases c
    JOIN mart.scope s USING (period, unit)
    GROUP BY c.period, s.level, s.scope, c.case_kind
)
SELECT
    r.period, r.level, r.scope, r.top, l.*,
    s.* EXCLUDE (period, level, scope, case_kind, reported),
    returns.quotient(reply_numerator, reply_denominator) AS reply_rate,
    returns.quotient(in_time_numerator, in_time_denominator) AS in_time_rate,
    returns.quotient(closing_numerator, closing_denominator) AS closing_rate,
    returns.quotient(early_numerator, early_denominator) AS early_rate,
    returns.quotient(satisfaction_numerator, satisfaction_denominator) AS satisfaction_rate,
    returns.quotient(days_taken_numerator, days_taken_denominator) AS days_taken,
    returns.quotient(days_promised_numerator, days_promised_denominator) AS days_promised,
    returns.quotient(days_statutory_numerator, days_statutory_denominator) AS days_statutory,
    coalesce(s.reported, 0) AS reported, r.expected
FROM mart.reporting r
CROSS JOIN labels l
LEFT JOIN summed s USING (period, level, scope, case_kind)
