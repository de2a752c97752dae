-- Who was at the desk, whatever name was given, and a hash over the row and all before it. Rows of an earlier program have none;
-- the first one that has covers them.
ALTER TABLE intake.decision ADD COLUMN account VARCHAR;
ALTER TABLE intake.decision ADD COLUMN machine VARCHAR;
ALTER TABLE intake.decision ADD COLUMN chain VARCHAR;

-- What officers had decided by the parameter's time, for all jobs.
CREATE OR REPLACE VIEW returns.decision AS
SELECT d.*
FROM intake.decision d
JOIN returns.parameter p ON d.decided_at <= p.as_of;
