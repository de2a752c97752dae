-- The store as first published. All times are UTC. Nothing in schema intake is ever deleted but by an idempotent
-- rewrite of the same submission within one transaction.
CREATE SCHEMA intake;
CREATE SCHEMA returns;
CREATE SCHEMA mart;
CREATE SCHEMA batch;

-- The schema's version: one row a migration.
CREATE TABLE intake.store_version (version INTEGER, applied_at TIMESTAMP);

-- The roster of each job as last loaded. "owes": the unit's kind owes this return.
CREATE TABLE intake.unit (
    job VARCHAR, code VARCHAR, name VARCHAR, kind VARCHAR, parent VARCHAR,
    active_from DATE, active_to DATE, owes BOOLEAN, position INTEGER);

-- Every period of a job from the first one received to the one worked on. previous and last_year are codes and may
-- lie before the first row.
CREATE TABLE intake.period (
    job VARCHAR, period VARCHAR, kind VARCHAR, year INTEGER, number INTEGER,
    start_date DATE, end_date DATE, due_date DATE, closes_on DATE,
    previous VARCHAR, last_year VARCHAR, label_zh VARCHAR, label_en VARCHAR);

-- Words for ids. axis: form, row, column, value (of a register's field: parent is the field) or kind (of unit; form '').
CREATE TABLE intake.label (
    job VARCHAR, form VARCHAR, axis VARCHAR, parent VARCHAR, id VARCHAR, zh VARCHAR, en VARCHAR, position INTEGER);

-- One received file. verdict: pending, accepted, accepted_with_warnings, returned, rejected, duplicate; it is decided
-- once, at decided_at, by the run whose clock said so. superseded_by is set when a newer acceptable revision arrives.
-- revision counts the submissions of one unit and period from 1, in the order in which they were received.
CREATE TABLE intake.submission (
    id BIGINT, job VARCHAR, file VARCHAR, sha256 VARCHAR, size BIGINT,
    received_at TIMESTAMP, decided_at TIMESTAMP,
    unit VARCHAR, period VARCHAR, form_version VARCHAR, revision INTEGER,
    verdict VARCHAR, reason VARCHAR, duplicate_of BIGINT,
    superseded_by BIGINT, superseded_at TIMESTAMP);

CREATE TABLE intake.cover (submission BIGINT, form VARCHAR, field VARCHAR, value VARCHAR);

-- No primary key on purpose: with one, twelve million rows take ten times the room and twice the time.
CREATE TABLE intake.observation (
    submission BIGINT, form VARCHAR, "row" VARCHAR, "column" VARCHAR,
    status VARCHAR, value DECIMAL(18, 4), raw VARCHAR, sheet VARCHAR, cell VARCHAR);

-- number orders the findings of one submission. arguments is a JSON object. The words are rendered when stored.
CREATE TABLE intake.finding (
    submission BIGINT, number INTEGER, fingerprint VARCHAR, code VARCHAR, severity VARCHAR,
    sheet VARCHAR, cell VARCHAR, subject VARCHAR, value VARCHAR, arguments VARCHAR,
    message_zh VARCHAR, message_en VARCHAR, cure_zh VARCHAR, cure_en VARCHAR);

-- A unit's own explanation of warnings, by code.
CREATE TABLE intake.explanation (submission BIGINT, code VARCHAR, explanation VARCHAR);

-- What figures are computed for: one row. as_of limits every view of schema returns.
CREATE TABLE returns.parameter (job VARCHAR, period VARCHAR, as_of TIMESTAMP);

-- The current accepted revision of each return as of the parameter's time, with when its first acceptable revision came.
CREATE VIEW returns.submission AS
WITH accepted AS (
    SELECT s.*
    FROM intake.submission s
    CROSS JOIN returns.parameter p
    WHERE s.verdict IN ('accepted', 'accepted_with_warnings') AND s.decided_at <= p.as_of
),
ranked AS (
    SELECT *,
        row_number() OVER newest AS newest,
        min(received_at) OVER (PARTITION BY job, unit, period) AS first_received_at
    FROM accepted
    WINDOW newest AS (PARTITION BY job, unit, period ORDER BY revision DESC)
)
SELECT * EXCLUDE (newest) FROM ranked WHERE newest = 1;

-- Who owes a return for which period: active on the period's last day.
CREATE VIEW returns.expected AS
SELECT u.job, p.period, u.code AS unit, u.name, u.kind, u.position, p.due_date
FROM intake.unit u
JOIN intake.period p ON p.job = u.job
WHERE u.owes
    AND (u.active_from IS NULL OR u.active_from <= p.end_date)
    AND (u.active_to IS NULL OR u.active_to >= p.end_date);

-- Every scope of figures with the units it covers: each unit alone (level unit), each kind (level kind, scope
-- 'kind:<kind>') and each upper unit with all below it (level group, scope = its code).
CREATE VIEW returns.scope AS
WITH RECURSIVE above AS (
    SELECT job, code AS unit, parent AS upper FROM intake.unit WHERE parent IS NOT NULL
    UNION
    SELECT a.job, a.unit, u.parent
    FROM above a
    JOIN intake.unit u ON u.job = a.job AND u.code = a.upper
    WHERE u.parent IS NOT NULL
)
SELECT job, code AS scope, 'unit' AS level, name AS name_zh, name AS name_en, position, code AS unit
FROM intake.unit
WHERE owes
UNION ALL
SELECT u.job, 'kind:' || u.kind, 'kind', l.zh, l.en, l.position, u.code
FROM intake.unit u
JOIN intake.label l ON l.job = u.job AND l.axis = 'kind' AND l.id = u.kind
WHERE u.owes
UNION ALL
SELECT a.job, a.upper, 'group', g.name, g.name, g.position, a.unit
FROM above a
JOIN intake.unit g ON g.job = a.job AND g.code = a.upper
JOIN intake.unit u ON u.job = a.job AND u.code = a.unit
WHERE u.owes;
