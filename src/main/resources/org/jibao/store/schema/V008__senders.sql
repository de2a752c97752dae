-- Who a return comes from. What is known of it when it is read is kept with the submission and never changes:
--   sender        who sent it by the register of receipt; NULL where nobody has said
--   evidence      the strongest that speaks for the unit that the return states: sender, code (of the template's mark), folder (of
--                 the inbox), or words (its own); NULL before this was looked at
--   against       the strongest that speaks against it: sender, code or folder; NULL where nothing does
--   against_unit  the code of the unit that this names; NULL where it names none that is known
ALTER TABLE intake.submission ADD COLUMN sender VARCHAR;
ALTER TABLE intake.submission ADD COLUMN evidence VARCHAR;
ALTER TABLE intake.submission ADD COLUMN against VARCHAR;
ALTER TABLE intake.submission ADD COLUMN against_unit VARCHAR;

-- How much evidence proves, for comparison. What spoke against a unit proves nothing for it, whoever has let it in since.
CREATE MACRO intake.strength(evidence, against) AS
    CASE
        WHEN against IS NOT NULL THEN 0
        WHEN evidence = 'sender' THEN 3
        WHEN evidence = 'code' THEN 2
        WHEN evidence = 'folder' THEN 1
        ELSE 0
    END;

-- Every submission that had been received by a moment, with where it stood then. This alone says what counts. standing:
--   counted      the newest acceptable revision: the one in every figure
--   superseded   acceptable, and a newer one counts
--   after_close  acceptable, but came after the closing day, and the period was not reopened for the unit
--   held         the evidence of its sender speaks against it, or it would replace what rests on stronger evidence; no officer
--                has let it in. It counts nowhere, nor does the time at which it came
--   withdrawn    taken out by an officer
--   returned, rejected, duplicate   as the verdict says
-- shut_out: came after the closing day and is not let in. opposed: evidence speaks against it and it is not let in, whether it
-- was withdrawn or not. first_received_at: of the revisions that may count, when the first came. decided_at: since when the
-- verdict holds.
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
admitted AS (
    SELECT submission AS id, min(decided_at) AS admitted_at
    FROM decided
    WHERE kind = 'admit'
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
        w.withdrawn_at, r.reopened_at, a.admitted_at,
        coalesce(s.after_close, false) AND r.reopened_at IS NULL AS shut_out,
        s.against IS NOT NULL AND a.admitted_at IS NULL AS opposed
    FROM intake.submission s
    JOIN judged j USING (id)
    LEFT JOIN withdrawn w USING (id)
    LEFT JOIN admitted a USING (id)
    LEFT JOIN reopened r ON (r.job, r.unit, r.period) = (s.job, s.unit, s.period)
),
eligible AS (
    SELECT *,
        verdict IN ('accepted', 'accepted_with_warnings') AND withdrawn_at IS NULL AND NOT shut_out AND NOT opposed
            AS may_count
    FROM settled
),
weighed AS (
    SELECT *,
        may_count AND admitted_at IS NULL
            AND intake.strength(evidence, against) < coalesce(max(intake.strength(evidence, against)) FILTER (may_count) OVER (
                PARTITION BY job, unit, period ORDER BY revision ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
            AS weaker
    FROM eligible
),
countable AS (
    SELECT *, may_count AND NOT weaker AS countable
    FROM weighed
),
ranked AS (
    SELECT *,
        row_number() OVER (PARTITION BY job, unit, period, countable ORDER BY revision DESC) AS newest,
        min(received_at) FILTER (countable) OVER (PARTITION BY job, unit, period) AS first_received_at
    FROM countable
)
SELECT
    * EXCLUDE (may_count, weaker, countable, newest),
    CASE
        WHEN verdict NOT IN ('accepted', 'accepted_with_warnings') AND NOT (verdict = 'returned' AND opposed) THEN verdict
        WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN opposed OR weaker THEN 'held'
        WHEN shut_out THEN 'after_close'
        WHEN newest = 1 THEN 'counted'
        ELSE 'superseded'
    END AS standing
FROM ranked;

CREATE OR REPLACE VIEW returns.standing AS
FROM intake.standing_at((SELECT as_of FROM returns.parameter));

CREATE OR REPLACE VIEW returns.submission AS
SELECT * EXCLUDE (standing, shut_out, withdrawn_at, admitted_at, opposed)
FROM returns.standing
WHERE standing = 'counted';

-- Each revision that has taken another's place by a moment, with the one that it replaced: what was withdrawn or is held is neither.
CREATE MACRO intake.replaced_at(moment) AS TABLE
WITH countable AS (
    SELECT *, lag(id) OVER (PARTITION BY job, unit, period ORDER BY revision) AS older
    FROM intake.standing_at(moment)
    WHERE standing IN ('counted', 'superseded')
)
SELECT job, unit, period, id AS newer, older
FROM countable
WHERE older IS NOT NULL;

-- Units that are in time only by a revision that was replaced after the due date: the last one that came by then, and the one that
-- counts.
CREATE MACRO intake.in_time_by_replaced_at(moment) AS TABLE
WITH countable AS (
    SELECT s.*, (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE <= t.due_date AS in_time
    FROM intake.standing_at(moment) s
    JOIN intake.job j USING (job)
    JOIN intake.period t USING (job, period)
    WHERE s.standing IN ('counted', 'superseded')
)
SELECT job, unit, period, arg_max(id, revision) AS newer, arg_max(id, revision) FILTER (in_time) AS older
FROM countable
GROUP BY job, unit, period
HAVING bool_or(in_time) AND NOT arg_max(in_time, revision);

-- How many cells of grids such submissions of one period have between them, and in how many they differ.
CREATE MACRO intake.compared_at(moment, of_job, of_period) AS TABLE
WITH pair AS (
    SELECT older, newer
    FROM intake.replaced_at(moment)
    WHERE job = of_job AND period = of_period
    UNION
    SELECT older, newer
    FROM intake.in_time_by_replaced_at(moment)
    WHERE job = of_job AND period = of_period
),
either AS (
    SELECT p.older, p.newer, o.form, o."row", o."column", false AS later, o.status, o.value, o.raw
    FROM intake.observation o
    JOIN pair p ON p.older = o.submission
    UNION ALL
    SELECT p.older, p.newer, o.form, o."row", o."column", true, o.status, o.value, o.raw
    FROM intake.observation o
    JOIN pair p ON p.newer = o.submission
),
cell AS (
    SELECT older, newer, form, "row", "column",
        max(status) FILTER (NOT later) IS DISTINCT FROM max(status) FILTER (later)
            OR max(value) FILTER (NOT later) IS DISTINCT FROM max(value) FILTER (later)
            OR (max(value) IS NULL AND max(raw) FILTER (NOT later) IS DISTINCT FROM max(raw) FILTER (later)) AS changed
    FROM either
    GROUP BY older, newer, form, "row", "column"
)
SELECT older, newer, count(*) AS cells, count(*) FILTER (changed) AS changed
FROM cell
GROUP BY older, newer;

-- Every replacement by the parameter's time, for its job and period: both files, with the folders in which they came, and how many
-- cells of grids have changed.
CREATE VIEW returns.replacement AS
SELECT r.period, r.unit, o.id AS older, o.revision AS older_revision, o.file AS older_file, o.received_at AS older_received_at,
    n.id AS newer, n.revision, n.file, n.received_at, coalesce(c.cells, 0) AS cells, coalesce(c.changed, 0) AS changed
FROM intake.replaced_at((SELECT as_of FROM returns.parameter)) r
JOIN returns.parameter p USING (job, period)
JOIN intake.submission o ON o.id = r.older
JOIN intake.submission n ON n.id = r.newer
LEFT JOIN intake.compared_at(
        (SELECT as_of FROM returns.parameter), (SELECT job FROM returns.parameter), (SELECT period FROM returns.parameter)) c
    ON (c.older, c.newer) = (r.older, r.newer);

-- The same of units that are in time only by a revision since replaced.
CREATE VIEW returns.in_time_by_replaced AS
SELECT r.period, r.unit, o.id AS older, o.revision AS older_revision, o.file AS older_file, o.received_at AS older_received_at,
    n.id AS newer, n.revision, n.file, n.received_at, coalesce(c.cells, 0) AS cells, coalesce(c.changed, 0) AS changed
FROM intake.in_time_by_replaced_at((SELECT as_of FROM returns.parameter)) r
JOIN returns.parameter p USING (job, period)
JOIN intake.submission o ON o.id = r.older
JOIN intake.submission n ON n.id = r.newer
LEFT JOIN intake.compared_at(
        (SELECT as_of FROM returns.parameter), (SELECT job FROM returns.parameter), (SELECT period FROM returns.parameter)) c
    ON (c.older, c.newer) = (r.older, r.newer);

-- What is held at a moment, and why: sender, code or folder speak against the unit that it states, or it is weaker than what it would
-- replace. counted: what counts for the unit instead, and how strong its evidence is.
CREATE MACRO intake.held_at(moment) AS TABLE
WITH standing AS (
    FROM intake.standing_at(moment)
),
counted AS (
    SELECT job, unit, period, id, file, coalesce(evidence, 'words') AS evidence
    FROM standing
    WHERE standing = 'counted'
)
SELECT s.job, s.period, s.unit, s.id AS submission, s.file, s.received_at, s.sender, coalesce(s.evidence, 'words') AS evidence,
    CASE WHEN s.opposed THEN s.against ELSE 'weaker' END AS why, s.against_unit,
    c.id AS counted, c.file AS counted_file, c.evidence AS counted_evidence
FROM standing s
LEFT JOIN counted c USING (job, unit, period)
WHERE s.standing = 'held';

CREATE VIEW returns.held AS
SELECT h.*
FROM intake.held_at((SELECT as_of FROM returns.parameter)) h
JOIN returns.parameter p USING (job);

-- What nobody has proved to be a unit's explains nothing for it.
CREATE OR REPLACE VIEW returns.explanation AS
WITH given AS (
    SELECT s.job, f.fingerprint, 'unit' AS answered_as, coalesce(u.name, s.unit) AS explained_by,
        s.received_at AS explained_at, e.explanation
    FROM returns.standing s
    JOIN intake.explanation e ON e.submission = s.id
    JOIN returns.finding f ON (f.submission, f.code) = (s.id, e.code)
    LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
    WHERE s.standing NOT IN ('withdrawn', 'held') AND NOT s.opposed
    UNION ALL
    SELECT job, fingerprint, 'officer', decided_by, decided_at, reason
    FROM returns.decision
    WHERE kind = 'accept'
)
SELECT job, fingerprint, answered_as, explained_by, min(explained_at) AS explained_at, explanation
FROM given
GROUP BY job, fingerprint, answered_as, explained_by, explanation;

-- What became of each return that is owed. On time: the first acceptable revision came by the end of the due date, by
-- the clock of the job. standing says more than the state: a withdrawn return is among those returned, one that came after
-- the closing day among those rejected. What is held is no return of the unit's: held says how many such files there are.
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
    SELECT s.* REPLACE (coalesce(s.period, l.period) AS period)
    FROM returns.standing s
    JOIN returns.parameter p USING (job)
    LEFT JOIN returns.placed l ON l.submission = s.id
    WHERE s.verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
        AND s.standing <> 'held' AND NOT s.opposed
),
held AS (
    SELECT period, unit, count(*) AS held
    FROM returns.held
    GROUP BY period, unit
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
    QUALIFY row_number() OVER (
        PARTITION BY period, unit ORDER BY received_at DESC, file DESC, sha256 DESC) = 1
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
    coalesce(f.warnings, 0) AS warnings,
    coalesce(h.held, 0) AS held
FROM stated s
LEFT JOIN revisions c USING (period, unit)
LEFT JOIN held h USING (period, unit)
LEFT JOIN numbers n USING (submission)
LEFT JOIN found f USING (submission);
