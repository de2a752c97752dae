-- What counts is a function of files, times of receipt, decisions and the moment asked about, whatever run took a file in.
-- A submission is judged when it was received, and anew at each event that changes what its rules look at: another return
-- that is accepted, revised or withdrawn. Nothing of an earlier moment changes by that.

-- The verdicts on a submission, each from a moment on until the next. looked_at: a digest of the other returns that the rules
-- looked at, empty where they looked at none.
CREATE TABLE intake.judgement (submission BIGINT, since TIMESTAMP, verdict VARCHAR, looked_at VARCHAR);
INSERT INTO intake.judgement SELECT id, received_at, verdict, NULL FROM intake.submission WHERE verdict <> 'pending';

-- A finding that is no longer made, or is only made from a moment on. NULL: from the beginning, and without an end. The
-- findings of a duplicate have ended when it came, but for the one that says so.
ALTER TABLE intake.finding ADD COLUMN since TIMESTAMP;
ALTER TABLE intake.finding ADD COLUMN until TIMESTAMP;

-- The newest submission that was in the store when a summary was published: one received earlier may come in later. NULL
-- of a summary that an earlier program made.
ALTER TABLE intake.publication ADD COLUMN last_submission BIGINT;

-- The summary that was published last before the parameter's time, for its job and period.
CREATE OR REPLACE VIEW returns.last_publication AS
SELECT b.*
FROM intake.publication b
JOIN returns.parameter p USING (job, period)
WHERE b.as_of < p.as_of
ORDER BY b.as_of DESC, b.id DESC
LIMIT 1;

-- Whether the submission's cells and entries are stored; NULL of a duplicate from before it was so for duplicates too.
-- verdict, revision and duplicate_of are what they are after everything that has come; decided_at is the time of the run
-- that decided so last.
ALTER TABLE intake.submission ADD COLUMN content BOOLEAN DEFAULT true;
UPDATE intake.submission
SET content = CASE verdict WHEN 'duplicate' THEN NULL WHEN 'rejected' THEN false ELSE true END;

-- Every submission that had been received by a moment, with where it stood then. This alone says what counts. standing:
--   counted      the newest acceptable revision: the one in every figure
--   superseded   acceptable, and a newer one counts
--   after_close  acceptable, but came after the closing day, and the period was not reopened for the unit
--   withdrawn    taken out by an officer
--   returned, rejected, duplicate   as the verdict says
-- shut_out: came after the closing day and is not let in. first_received_at: of the revisions that may count, when the
-- first came. decided_at: since when the verdict holds.
CREATE OR REPLACE MACRO intake.standing_at(moment) AS TABLE
WITH decided AS (
    SELECT *
    FROM intake.decision
    WHERE decided_at <= moment
),
withdrawn AS (
    SELECT submission AS id, min(decided_at) AS withdrawn_at
    FROM decided
    WHERE kind = 'withdraw'
    GROUP BY submission
),
reopened AS (
    SELECT job, unit, period, min(decided_at) AS reopened_at
    FROM decided
    WHERE kind = 'reopen'
    GROUP BY job, unit, period
),
judged AS (
    SELECT submission AS id, arg_max(verdict, since) AS verdict, max(since) AS since
    FROM intake.judgement
    WHERE since <= moment
    GROUP BY submission
),
settled AS (
    SELECT s.* REPLACE (
            j.verdict AS verdict, j.since AS decided_at, coalesce(s.after_close, false) AS after_close),
        w.withdrawn_at, r.reopened_at, coalesce(s.after_close, false) AND r.reopened_at IS NULL AS shut_out
    FROM intake.submission s
    JOIN judged j USING (id)
    LEFT JOIN withdrawn w USING (id)
    LEFT JOIN reopened r ON (r.job, r.unit, r.period) = (s.job, s.unit, s.period)
),
weighed AS (
    SELECT *,
        verdict IN ('accepted', 'accepted_with_warnings') AND withdrawn_at IS NULL AND NOT shut_out AS countable
    FROM settled
),
ranked AS (
    SELECT *,
        row_number() OVER (PARTITION BY job, unit, period, countable ORDER BY revision DESC) AS newest,
        min(received_at) FILTER (countable) OVER (PARTITION BY job, unit, period) AS first_received_at
    FROM weighed
)
SELECT
    * EXCLUDE (countable, newest),
    CASE
        WHEN verdict NOT IN ('accepted', 'accepted_with_warnings') THEN verdict
        WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN shut_out THEN 'after_close'
        WHEN newest = 1 THEN 'counted'
        ELSE 'superseded'
    END AS standing
FROM ranked;

-- The findings that were made at a moment.
CREATE MACRO intake.finding_at(moment) AS TABLE
SELECT * EXCLUDE (since, until)
FROM intake.finding
WHERE (since IS NULL OR since <= moment) AND (until IS NULL OR until > moment);

-- The same as of the parameter's time, for all jobs.
CREATE VIEW returns.finding AS
FROM intake.finding_at((SELECT as_of FROM returns.parameter));

-- The views of before over these, unchanged but for where findings come from.
CREATE OR REPLACE VIEW returns.standing AS
FROM intake.standing_at((SELECT as_of FROM returns.parameter));

CREATE OR REPLACE VIEW returns.submission AS
SELECT * EXCLUDE (standing, shut_out, withdrawn_at)
FROM returns.standing
WHERE standing = 'counted';

CREATE OR REPLACE VIEW returns.explanation AS
WITH given AS (
    SELECT s.job, f.fingerprint, 'unit' AS answered_as, coalesce(u.name, s.unit) AS explained_by,
        s.received_at AS explained_at, e.explanation
    FROM returns.standing s
    JOIN intake.explanation e ON e.submission = s.id
    JOIN returns.finding f ON (f.submission, f.code) = (s.id, e.code)
    LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
    WHERE s.standing <> 'withdrawn'
    UNION ALL
    SELECT job, fingerprint, 'officer', decided_by, decided_at, reason
    FROM returns.decision
    WHERE kind = 'accept'
)
SELECT job, fingerprint, answered_as, explained_by, min(explained_at) AS explained_at, explanation
FROM given
GROUP BY job, fingerprint, answered_as, explained_by, explanation;

CREATE OR REPLACE VIEW returns.reporting_unit AS
WITH expected AS (
    SELECT e.*
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
),
accepted AS (
    SELECT s.*, (s.first_received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE AS first_day
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
    JOIN intake.job j USING (job)
),
received AS (
    SELECT s.*
    FROM returns.standing s
    JOIN returns.parameter p USING (job)
    WHERE s.verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
),
revisions AS (
    SELECT period, unit, count(*) AS revisions
    FROM received
    GROUP BY period, unit
),
-- Where nothing counts, the newest attempt says why.
refused AS (
    SELECT *,
        CASE standing WHEN 'withdrawn' THEN 'returned' WHEN 'after_close' THEN 'rejected' ELSE standing END AS state
    FROM received
    WHERE standing IN ('returned', 'rejected', 'withdrawn', 'after_close')
    QUALIFY row_number() OVER (PARTITION BY period, unit ORDER BY revision DESC NULLS LAST, id DESC) = 1
),
-- A zero return is a report: every number in it is 0, and there is at least one.
numbers AS (
    SELECT submission, bool_and(value = 0) AS zero
    FROM intake.observation
    SEMI JOIN accepted a ON a.id = submission
    WHERE value IS NOT NULL
    GROUP BY submission
),
found AS (
    SELECT submission,
        count(*) FILTER (lower(severity) = 'error') AS errors,
        count(*) FILTER (lower(severity) = 'warning') AS warnings
    FROM returns.finding
    SEMI JOIN received r ON r.id = submission
    GROUP BY submission
),
stated AS (
    SELECT
        e.period, e.unit, e.name, e.kind, e.position, e.due_date,
        CASE
            WHEN a.id IS NOT NULL AND a.first_day <= e.due_date THEN 'on_time'
            WHEN a.id IS NOT NULL THEN 'late'
            ELSE coalesce(r.state, 'missing')
        END AS state,
        CASE WHEN a.id IS NOT NULL THEN greatest(a.first_day - e.due_date, 0) END AS days_late,
        a.first_received_at,
        coalesce(a.received_at, r.received_at) AS received_at,
        coalesce(a.revision, r.revision) AS revision,
        coalesce(a.id, r.id) AS submission,
        coalesce(a.file, r.file) AS file,
        coalesce(a.sha256, r.sha256) AS sha256,
        a.id IS NOT NULL AS accepted,
        CASE WHEN a.id IS NOT NULL THEN 'counted' ELSE coalesce(r.standing, 'missing') END AS standing
    FROM expected e
    LEFT JOIN accepted a USING (period, unit)
    LEFT JOIN refused r USING (period, unit)
)
SELECT
    s.*,
    s.accepted AND coalesce(n.zero, false) AS zero,
    coalesce(c.revisions, 0) AS revisions,
    coalesce(f.errors, 0) AS errors,
    coalesce(f.warnings, 0) AS warnings
FROM stated s
LEFT JOIN revisions c USING (period, unit)
LEFT JOIN numbers n USING (submission)
LEFT JOIN found f USING (submission);

CREATE OR REPLACE VIEW returns.findings AS
WITH submissions AS (
    SELECT s.*
    FROM returns.standing s
    JOIN returns.parameter p USING (job)
),
answers AS (
    SELECT job, fingerprint,
        string_agg(explanation, '；' ORDER BY explained_at, answered_as DESC, explained_by, explanation) AS explanation,
        string_agg(explained_by, '、' ORDER BY explained_at, answered_as DESC, explained_by, explanation)
            AS explained_by,
        max(explained_at) AS explained_at
    FROM returns.explanation
    GROUP BY job, fingerprint
),
-- A file whose period is not known, or is closed, belongs to the last period that had ended when it came.
placed AS (
    SELECT s.id AS submission, max(t.period) AS period
    FROM submissions s
    JOIN intake.job j ON j.job = s.job
    JOIN intake.period t
        ON t.job = s.job AND t.end_date < (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE
    WHERE s.period IS NULL OR s.shut_out
    GROUP BY s.id
)
SELECT
    CASE WHEN s.shut_out THEN coalesce(l.period, s.period) ELSE coalesce(s.period, l.period) END AS period,
    s.unit, u.name, u.position, s.id AS submission, s.file, s.sha256,
    s.revision, s.received_at, s.verdict, s.standing = 'counted' AS current,
    f.number, f.code, lower(f.severity) AS severity, f.sheet, f.cell, f.subject, f.value AS found,
    f.message_zh, f.message_en, f.cure_zh, f.cure_en, a.explanation,
    s.standing, f.fingerprint, a.explained_by, a.explained_at,
    lower(f.severity) = 'warning' AND a.explanation IS NULL AS unexplained
FROM submissions s
JOIN returns.finding f ON f.submission = s.id
LEFT JOIN placed l ON l.submission = s.id
LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
LEFT JOIN answers a ON (a.job, a.fingerprint) = (s.job, f.fingerprint);
