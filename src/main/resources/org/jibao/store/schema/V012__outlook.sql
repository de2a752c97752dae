-- What is unlikely, estimated and open. None of it counts: no figure and no verdict is made from it. Each period of a job has what was
-- found when it was summarized last.
CREATE SCHEMA outlook;

-- A cell of an accepted return that is probably a mistake, or several of one form with the same slip of the pen: then the one that
-- differs most, and how many there are. compared: with how many earlier periods of the unit. slip: its word, or NULL where it is merely
-- unlikely. slip_value: what would stand there without it. surprise: natural logarithm of the odds of a mistake.
CREATE TABLE outlook.unlikely (
    job VARCHAR, period VARCHAR, unit VARCHAR, name VARCHAR, submission BIGINT, form VARCHAR, "row" VARCHAR, "column" VARCHAR,
    label_zh VARCHAR, label_en VARCHAR, sheet VARCHAR, cell VARCHAR, raw VARCHAR, value DECIMAL(18, 4), expected DECIMAL(18, 4),
    low DECIMAL(18, 4), high DECIMAL(18, 4), compared INTEGER, slip VARCHAR, slip_value DECIMAL(18, 4), cells INTEGER,
    surprise DOUBLE, fingerprint VARCHAR, message_zh VARCHAR, message_en VARCHAR, cure_zh VARCHAR, cure_en VARCHAR
);

-- With what an officer or the unit itself had said about it by a moment; NULL where it is open.
CREATE MACRO outlook.unlikely_at(moment) AS TABLE
WITH said AS (
    SELECT job, fingerprint, arg_max(reason, (decided_at, id)) AS reason
    FROM intake.decision
    WHERE kind = 'accept' AND decided_at <= moment
    GROUP BY job, fingerprint
),
explained AS (
    SELECT submission, arg_min(explanation, code) AS explanation
    FROM intake.explanation
    WHERE code = 'figure-unlikely'
    GROUP BY submission
)
SELECT u.*, coalesce(s.reason, e.explanation) AS explanation
FROM outlook.unlikely u
LEFT JOIN said s USING (job, fingerprint)
LEFT JOIN explained e USING (submission);
