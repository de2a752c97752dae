-- Packages of the offices below. What is in one is a submission like any other, and stands where its office says, from when the package
-- was received.

-- In which package a submission came first (the submission that is the package), and the number by which its office counts it.
CREATE TABLE intake.from_package (submission BIGINT, package BIGINT, revision INTEGER);

-- Where such a submission stands by the word of its office, each from a moment on until the next: as in intake.standing_at; withdrawn also
-- where a later package has it no more.
CREATE TABLE intake.handed_standing (submission BIGINT, since TIMESTAMP, standing VARCHAR);

-- Each package that was taken in. received_at: of the package. as_of: the moment of which it speaks. state: a digest of all that decided
-- the office's figures. compared: its figures have been held against those of this store.
CREATE TABLE intake.package (
    submission BIGINT, job VARCHAR, period VARCHAR, office VARCHAR, received_at TIMESTAMP, as_of TIMESTAMP,
    approved_by VARCHAR, approved_at TIMESTAMP, program VARCHAR, job_digest VARCHAR, state VARCHAR, key VARCHAR, returns BIGINT,
    compared BOOLEAN
);

-- What a package says of each submission in it. content: a digest of its cells and entries; NULL where the package has none.
CREATE TABLE intake.handed (
    package BIGINT, submission BIGINT, verdict VARCHAR, standing VARCHAR, revision INTEGER, content VARCHAR
);

-- What a package says of each unit that owes its office a return.
CREATE TABLE intake.handed_coverage (package BIGINT, unit VARCHAR, state VARCHAR, standing VARCHAR, submission BIGINT);

-- The figures that the office has computed.
CREATE TABLE intake.handed_figure (package BIGINT, scope VARCHAR, figure VARCHAR, format VARCHAR, value DECIMAL(38, 12));

-- What officers of the office have answered to a finding, known since its package was received.
CREATE TABLE intake.handed_answer (
    submission BIGINT, fingerprint VARCHAR, explanation VARCHAR, explained_by VARCHAR, explained_at TIMESTAMP, since TIMESTAMP
);

-- The offices below the office of a package that owe it one in turn. state: taken or missing.
CREATE TABLE intake.handed_office (
    package BIGINT, office VARCHAR, state VARCHAR, as_of TIMESTAMP, received_at TIMESTAMP, approved_by VARCHAR, approved_at TIMESTAMP,
    file VARCHAR
);

-- The package of each office and period that holds at a moment: of those received by then the one that speaks of the latest moment.
CREATE MACRO intake.package_at(moment) AS TABLE
SELECT *
FROM intake.package
WHERE received_at <= moment
QUALIFY row_number() OVER (PARTITION BY job, office, period ORDER BY as_of DESC, received_at, submission) = 1;

-- How much evidence proves, for comparison. What spoke against a unit proves nothing for it, whoever has let it in since. A signed
-- package of the office above a unit proves more than anything that came from elsewhere.
CREATE OR REPLACE MACRO intake.strength(evidence, against) AS
    CASE
        WHEN against IS NOT NULL THEN 0
        WHEN evidence = 'package' THEN 4
        WHEN evidence = 'sender' THEN 3
        WHEN evidence = 'code' THEN 2
        WHEN evidence = 'folder' THEN 1
        ELSE 0
    END;

-- As before; of a submission from a package, where it stands is the word of its office. The package itself has the verdict package,
-- which counts nowhere.
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
handed AS (
    SELECT submission AS id, arg_max(standing, since) AS standing, max(since) AS since
    FROM intake.handed_standing
    WHERE since <= moment
    GROUP BY submission
),
settled AS (
    SELECT s.* REPLACE (
            j.verdict AS verdict, j.since AS decided_at, coalesce(s.after_close, false) AS after_close),
        coalesce(w.withdrawn_at, CASE WHEN h.standing = 'withdrawn' THEN h.since END) AS withdrawn_at, r.reopened_at, a.admitted_at,
        CASE WHEN h.id IS NULL THEN coalesce(s.after_close, false) AND r.reopened_at IS NULL ELSE h.standing = 'after_close' END
            AS shut_out,
        (s.against IS NOT NULL OR coalesce(h.standing = 'held', false)) AND a.admitted_at IS NULL AS opposed,
        coalesce(h.standing = 'superseded', false) AS displaced
    FROM intake.submission s
    JOIN judged j USING (id)
    LEFT JOIN handed h USING (id)
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
        row_number() OVER (PARTITION BY job, unit, period, countable ORDER BY displaced, revision DESC) AS newest,
        min(received_at) FILTER (countable) OVER (PARTITION BY job, unit, period) AS first_received_at
    FROM countable
)
SELECT
    * EXCLUDE (may_count, weaker, countable, newest, displaced),
    CASE
        WHEN verdict NOT IN ('accepted', 'accepted_with_warnings') AND NOT (verdict = 'returned' AND opposed) THEN verdict
        WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN opposed OR weaker THEN 'held'
        WHEN shut_out THEN 'after_close'
        WHEN newest = 1 THEN 'counted'
        ELSE 'superseded'
    END AS standing
FROM ranked;

-- What is held at a moment, and why: sender, code or folder speak against the unit that it states, or it is weaker than what it would
-- replace. counted: what counts for the unit instead, and how strong its evidence is. What an office below
-- holds is decided there, and is not in this list.
CREATE OR REPLACE MACRO intake.held_at(moment) AS TABLE
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
WHERE s.standing = 'held' AND (s.against IS NOT NULL OR NOT s.opposed);

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
    UNION ALL
    SELECT s.job, a.fingerprint, 'officer', a.explained_by, a.explained_at, a.explanation
    FROM intake.handed_answer a
    JOIN returns.standing s ON s.id = a.submission
    JOIN returns.parameter p ON a.since <= p.as_of
    WHERE s.standing NOT IN ('withdrawn', 'held') AND NOT s.opposed
)
SELECT job, fingerprint, answered_as, explained_by, min(explained_at) AS explained_at, explanation
FROM given
GROUP BY job, fingerprint, answered_as, explained_by, explanation;

-- Which offices below hand packages on, from their keys: since and until when (NULL: without end), by days of the job.
CREATE TABLE intake.office (job VARCHAR, office VARCHAR, since DATE, until DATE);

-- The packages of the parameter's period at its time: of each office that owes this one a package, whether it has come, and of the offices
-- below what the package above them says. state: taken or missing. owed, counted: returns below the office. above: the office whose package says
-- so, or NULL.
CREATE VIEW returns.package AS
WITH held AS (
    SELECT k.*, s.file
    FROM intake.package_at((SELECT as_of FROM returns.parameter)) k
    JOIN returns.parameter p USING (job, period)
    JOIN intake.submission s ON s.id = k.submission
),
owing AS (
    SELECT DISTINCT o.office
    FROM intake.office o
    JOIN returns.parameter p USING (job)
    JOIN intake.job j USING (job)
    WHERE (p.as_of AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE >= o.since
        AND (o.until IS NULL OR (p.as_of AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE < o.until)
),
rate AS (
    SELECT rtrim(r.scope, '+') AS office, r.expected, r.actual
    FROM returns.reporting r
    JOIN returns.parameter p USING (period)
    WHERE r.level = 'group'
),
direct AS (
    SELECT coalesce(o.office, h.office) AS office, NULL::VARCHAR AS above, h.submission AS package,
        CASE WHEN h.office IS NULL THEN 'missing' ELSE 'taken' END AS state, h.as_of, h.received_at, h.approved_by, h.approved_at, h.file,
        h.returns
    FROM owing o
    FULL JOIN held h USING (office)
),
nested AS (
    SELECT n.office, h.office AS above, h.submission AS package, n.state, n.as_of, n.received_at, n.approved_by, n.approved_at,
        h.file || '!' || n.file AS file, NULL::BIGINT AS returns
    FROM held h
    JOIN intake.handed_office n ON n.package = h.submission
    ANTI JOIN direct d ON d.office = n.office
)
SELECT a.*, u.name, u.kind, u.position, coalesce(r.expected, 0) AS owed, coalesce(r.actual, 0) AS counted
FROM (FROM direct UNION ALL FROM nested) a
JOIN returns.parameter p ON TRUE
LEFT JOIN intake.unit u ON (u.job, u.code) = (p.job, a.office)
LEFT JOIN rate r ON r.office = a.office;

-- The figures of the packages that hold, for scopes that the office above has too: the office itself and what stands below it.
CREATE MACRO intake.handed_figures(of_job, of_period, moment) AS TABLE
SELECT k.submission AS package, k.office, CASE f.scope WHEN 'all' THEN k.office ELSE f.scope END AS scope, f.figure, f.value
FROM intake.package_at(moment) k
JOIN intake.handed_figure f ON f.package = k.submission
WHERE k.job = of_job AND k.period = of_period AND NOT starts_with(f.scope, 'kind:');

CREATE VIEW returns.handed_figure AS
SELECT h.*
FROM intake.handed_figures(
    (SELECT job FROM returns.parameter), (SELECT period FROM returns.parameter), (SELECT as_of FROM returns.parameter)) h;
