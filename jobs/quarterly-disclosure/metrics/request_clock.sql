-- The statutory clock of every request in an accepted register, as of the quarter's last day. standing: in_time, late,
-- open (not yet due), overdue, awaiting_correction, unclear (dates that contradict each other), or withdrawn.
WITH judged AS (
    SELECT
        r.period, r.unit, r.submission, r.sheet, r."row", r.number, r.applicant_kind, r.received_by, r.outcome, r.status,
        r.received_on, r.correction_asked_on, r.correction_received_on, r.third_party_from, r.third_party_to,
        coalesce(r.extended, 'no') = 'yes' AS extended, r.answered_on, t.end_date
    FROM returns.request_register r
    JOIN returns.parameter p USING (job)
    JOIN intake.period t ON (t.job, t.period) = (r.job, r.period)
)
SELECT
    period, unit, submission, sheet, "row", number, applicant_kind, received_by, outcome, received_on, answered_on, extended,
    CASE
        WHEN status = 'withdrawn' THEN 'withdrawn'
        ELSE request_standing(received_on, correction_asked_on, correction_received_on, third_party_from, third_party_to,
            extended, answered_on, end_date)
    END AS standing,
    request_last_day(received_on, correction_asked_on, correction_received_on, third_party_from, third_party_to,
        extended, answered_on, end_date) AS last_day,
    request_days_used(received_on, correction_asked_on, correction_received_on, third_party_from, third_party_to,
        extended, answered_on, end_date) AS days_used,
    request_limit(received_on, correction_asked_on, correction_received_on, third_party_from, third_party_to,
        extended, answered_on, end_date) AS day_limit
FROM judged
