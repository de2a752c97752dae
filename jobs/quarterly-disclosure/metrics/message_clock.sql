-- The clock of every message and case in an accepted register, as of the quarter's last day. The limit is what the law allows or, where
-- it sets none, what was promised; early is in fewer working days than promised or, where nothing was, than the law allows; 0 days are
-- none. standing: in_time, late, overdue, open (not yet due), or without_limit; of what is not valid nothing is said.
WITH judged AS (
    SELECT
        m.period, m.unit, m.submission, m.sheet, m."row", m.kind, m.rating, m.answered_on, m.closed_on, m.valid = 'yes' AS valid,
        nullif(m.statutory_days, 0) AS statutory_days, nullif(m.promised_days, 0) AS promised_days,
        working_days_between(m.received_on, m.answered_on) AS answer_days,
        working_days_between(m.received_on, m.closed_on) AS closing_days,
        working_days_between(m.received_on, t.end_date) AS days_so_far
    FROM returns.message_register m
    JOIN returns.parameter p USING (job)
    JOIN intake.period t ON (t.job, t.period) = (m.job, m.period)
)
SELECT
    * EXCLUDE (closed_on), valid AND closed_on IS NOT NULL AS closed,
    valid AND closing_days < coalesce(promised_days, statutory_days) AS early,
    CASE
        WHEN NOT valid THEN NULL
        WHEN coalesce(statutory_days, promised_days) IS NULL THEN 'without_limit'
        WHEN answered_on IS NULL AND days_so_far > coalesce(statutory_days, promised_days) THEN 'overdue'
        WHEN answered_on IS NULL THEN 'open'
        WHEN answer_days > coalesce(statutory_days, promised_days) THEN 'late'
        WHEN answer_days IS NOT NULL THEN 'in_time'
    END AS standing
FROM judged
