-- The clock by which a job's days are counted, such as Asia/Shanghai (time-zone in job.yaml); the store's times are UTC.
ALTER TABLE intake.job ADD COLUMN zone VARCHAR;

-- What every job says of its reporting, for the job of returns.parameter and all of its periods.

-- Every scope for which figures are computed, with the units that it covers in each period: those that owe a return for
-- it. Exactly one scope is the top one: the upper unit that stands above all who report or, where the roster names
-- none, 'all'.
CREATE VIEW returns.scope_unit AS
WITH expected AS (
    SELECT e.period, e.unit
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
),
owing AS (
    SELECT u.code AS unit
    FROM intake.unit u
    JOIN returns.parameter p USING (job)
    WHERE u.owes
),
named AS (
    SELECT s.scope, s.level, s.name_zh, s.name_en, s.position, s.unit
    FROM returns.scope s
    JOIN returns.parameter p USING (job)
),
-- An upper unit that also reports for itself belongs to its own group; the group is then told apart by a '+'.
told_apart AS (
    SELECT * REPLACE (CASE WHEN level = 'group' AND scope IN (FROM owing) THEN scope || '+' ELSE scope END AS scope)
    FROM named
    UNION ALL
    SELECT DISTINCT scope || '+', level, name_zh, name_en, position, scope
    FROM named
    WHERE level = 'group' AND scope IN (FROM owing)
),
covering AS (
    SELECT scope
    FROM told_apart
    WHERE level = 'group'
    GROUP BY scope
    HAVING count(DISTINCT unit) = (SELECT count(*) FROM owing)
    ORDER BY min(position), scope
    LIMIT 1
),
scopes AS (
    SELECT *, scope IN (FROM covering) AS top
    FROM told_apart
    UNION ALL
    SELECT 'all', 'group', '全部单位', 'All units', -1, unit, true
    FROM owing
    WHERE NOT EXISTS (FROM covering)
)
SELECT e.period, s.level, s.scope, s.top, s.name_zh, s.name_en, s.position, e.unit
FROM scopes s
JOIN expected e USING (unit);

-- What became of each return that is owed. On time: the first acceptable revision came by the end of the due date, by
-- the clock of the job.
CREATE VIEW returns.reporting_unit AS
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
    FROM intake.submission s
    JOIN returns.parameter p USING (job)
    WHERE s.decided_at <= p.as_of
        AND s.verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
),
counted AS (
    SELECT period, unit, count(*) AS revisions
    FROM received
    GROUP BY period, unit
),
-- Where nothing was accepted, the newest attempt says why.
refused AS (
    SELECT *
    FROM received
    WHERE verdict IN ('returned', 'rejected')
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
    FROM intake.finding
    SEMI JOIN received r ON r.id = submission
    GROUP BY submission
),
stated AS (
    SELECT
        e.period, e.unit, e.name, e.kind, e.position, e.due_date,
        CASE
            WHEN a.id IS NOT NULL AND a.first_day <= e.due_date THEN 'on_time'
            WHEN a.id IS NOT NULL THEN 'late'
            ELSE coalesce(r.verdict, 'missing')
        END AS state,
        CASE WHEN a.id IS NOT NULL THEN greatest(a.first_day - e.due_date, 0) END AS days_late,
        a.first_received_at,
        coalesce(a.received_at, r.received_at) AS received_at,
        coalesce(a.revision, r.revision) AS revision,
        coalesce(a.id, r.id) AS submission,
        coalesce(a.file, r.file) AS file,
        coalesce(a.sha256, r.sha256) AS sha256,
        a.id IS NOT NULL AS accepted
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
LEFT JOIN counted c USING (period, unit)
LEFT JOIN numbers n USING (submission)
LEFT JOIN found f USING (submission);

-- The five reporting metrics, for every scope in which somebody owes a return.
CREATE VIEW returns.reporting AS
WITH returned AS (
    FROM returns.reporting_unit
),
counted AS (
    SELECT
        r.period, s.level, s.scope, s.top,
        any_value(s.name_zh) AS name_zh,
        any_value(s.name_en) AS name_en,
        any_value(s.position) AS position,
        count(*) AS expected,
        count(*) FILTER (r.accepted) AS actual,
        count(*) FILTER (r.state = 'on_time') AS on_time,
        count(*) FILTER (r.state = 'late') AS late,
        count(*) FILTER (r.state = 'returned') AS returned,
        count(*) FILTER (r.state = 'rejected') AS rejected,
        count(*) FILTER (r.state = 'missing') AS missing,
        count(*) FILTER (r.zero) AS zero
    FROM returned r
    JOIN returns.scope_unit s USING (period, unit)
    GROUP BY r.period, s.level, s.scope, s.top
)
SELECT
    *,
    (actual / nullif(expected, 0))::DECIMAL(38, 12) AS rate,
    (on_time / nullif(expected, 0))::DECIMAL(38, 12) AS on_time_rate
FROM counted;

-- What was found in every submission that had been decided by the as-of time, in words, with the unit's explanation.
-- A rejected file may name neither unit nor period.
CREATE VIEW returns.findings AS
WITH submissions AS (
    SELECT s.*
    FROM intake.submission s
    JOIN returns.parameter p USING (job)
    WHERE s.decided_at <= p.as_of
),
current AS (
    SELECT s.id AS submission
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
),
explanations AS (
    SELECT submission, code, string_agg(explanation, '；' ORDER BY explanation) AS explanation
    FROM intake.explanation
    GROUP BY submission, code
),
-- A file whose period is not known belongs to the last period that had ended when it came.
placed AS (
    SELECT s.id AS submission, max(t.period) AS period
    FROM submissions s
    JOIN intake.job j ON j.job = s.job
    JOIN intake.period t
        ON t.job = s.job AND t.end_date < (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE
    WHERE s.period IS NULL
    GROUP BY s.id
)
SELECT
    coalesce(s.period, l.period) AS period, s.unit, u.name, u.position, s.id AS submission, s.file, s.sha256,
    s.revision, s.received_at, s.verdict, c.submission IS NOT NULL AS current,
    f.number, f.code, lower(f.severity) AS severity, f.sheet, f.cell, f.subject, f.value AS found,
    f.message_zh, f.message_en, f.cure_zh, f.cure_en, e.explanation
FROM submissions s
JOIN intake.finding f ON f.submission = s.id
LEFT JOIN placed l ON l.submission = s.id
LEFT JOIN current c ON c.submission = s.id
LEFT JOIN intake.unit u ON (u.job, u.code) = (s.job, s.unit)
LEFT JOIN explanations e ON (e.submission, e.code) = (s.id, f.code);
