-- Every rate with its own numerator and denominator, for the whole and each kind of case.
WITH here AS (
    SELECT r.*
    FROM mart.responses r
    JOIN returns.parameter p USING (period)
    WHERE r.top
),
rates AS (
    SELECT case_kind_position, case_kind_zh, case_kind_en, 1 AS place, '答复率' AS rate_zh, 'Reply rate' AS rate_en,
        reply_numerator AS numerator, reply_denominator AS denominator, reply_rate AS rate
    FROM here
    UNION ALL
    SELECT case_kind_position, case_kind_zh, case_kind_en, 2, '按时答复率', 'Answered in time',
        in_time_numerator, in_time_denominator, in_time_rate
    FROM here
    UNION ALL
    SELECT case_kind_position, case_kind_zh, case_kind_en, 3, '办结率', 'Closed',
        closing_numerator, closing_denominator, closing_rate
    FROM here
    UNION ALL
    SELECT case_kind_position, case_kind_zh, case_kind_en, 4, '提前办结率', 'Closed early',
        early_numerator, early_denominator, early_rate
    FROM here
    UNION ALL
    SELECT case_kind_position, case_kind_zh, case_kind_en, 5, '满意率', 'Satisfied',
        satisfaction_numerator, satisfaction_denominator, satisfaction_rate
    FROM here
)
SELECT case_kind_zh, case_kind_en, rate_zh AS rate_name_zh, rate_en AS rate_name_en, numerator, denominator, rate
FROM rates
ORDER BY case_kind_position, place
