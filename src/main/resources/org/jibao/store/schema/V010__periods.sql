-- A rejected file that names no period belongs to the last one that had ended when it came, by the clock of the job: the one before the
-- period in which it came. A period may be a day, and a week.
CREATE OR REPLACE VIEW returns.placed AS
SELECT s.id AS submission, t.period
FROM returns.standing s
JOIN intake.job j USING (job)
JOIN intake.period t USING (job)
WHERE s.verdict = 'rejected' AND s.period IS NULL
    AND (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE > t.end_date
    AND (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE <= CASE t.kind
        WHEN 'day' THEN t.end_date + 1
        WHEN 'week' THEN t.end_date + 7
        ELSE (t.end_date + INTERVAL 1 DAY
            + to_months(CASE t.kind WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'half-year' THEN 6 ELSE 12 END)
            - INTERVAL 1 DAY)::DATE
        END;
