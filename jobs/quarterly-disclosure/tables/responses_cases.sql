-- By kind of case, with what the rates leave out: excluded (not valid) and unanswered.
SELECT
    case_kind_zh, case_kind_en, received, valid, excluded, answered_in_time, answered_late, unanswered, closed,
    reply_rate, in_time_rate, closing_rate, early_rate, satisfaction_rate, days_taken, days_promised, days_statutory,
    reported || '/' || expected AS coverage
FROM mart.responses r
JOIN returns.parameter p USING (period)
WHERE r.top
ORDER BY case_kind_position
