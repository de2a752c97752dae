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

-- What each unit without an accepted return would have, figure by figure. basis: what it is made from.
CREATE TABLE outlook.estimate_unit (
    job VARCHAR, period VARCHAR, unit VARCHAR, figure VARCHAR, dimension VARCHAR, item VARCHAR, numerator DECIMAL(38, 8),
    denominator DECIMAL(38, 8), basis VARCHAR
);

-- What a figure would be about with the missing units, beside what is counted: between low and high in about nine of ten cases.
-- estimated: of the missing units those that could be estimated.
CREATE TABLE outlook.estimate (
    job VARCHAR, period VARCHAR, level VARCHAR, scope VARCHAR, figure VARCHAR, dimension VARCHAR, item VARCHAR,
    counted DECIMAL(38, 12), estimate DECIMAL(38, 12), low DECIMAL(38, 12), high DECIMAL(38, 12), reported BIGINT, expected BIGINT,
    estimated BIGINT, basis VARCHAR
);

-- What is still to be settled, the first first: a missing unit (kind missing) or a mistake that is likely (kind unlikely, with its
-- fingerprint). effect: by how much it would move the headline that it moves most, as a part of it; covered: the share of all effects
-- that this line and those before it settle, 0 to 1.
CREATE TABLE outlook.open (
    job VARCHAR, period VARCHAR, position INTEGER, kind VARCHAR, state VARCHAR, unit VARCHAR, name VARCHAR, fingerprint VARCHAR,
    figure VARCHAR, figure_zh VARCHAR, figure_en VARCHAR, effect DOUBLE, covered DOUBLE
);

-- What a published summary said its figures would be about with the units that were missing, so that a later one can say what came.
CREATE TABLE intake.published_estimate (
    publication BIGINT, scope VARCHAR, figure VARCHAR, estimate DECIMAL(38, 12), low DECIMAL(38, 12), high DECIMAL(38, 12),
    reported BIGINT, expected BIGINT, estimated BIGINT
);
