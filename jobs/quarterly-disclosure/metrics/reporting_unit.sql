-- What became of each return that is owed. On time: the first acceptable revision came by the end of the due date, by
-- the clock of the job's time-zone (job.yaml); the store's times are UTC.
WITH expected AS (
    SELECT e.*
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
),
accepted AS (
    SELECT s.*, (s.first_received_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::DATE AS first_day
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
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
    WHERE value IS NOT NULL
    GROUP BY submission
),
found AS (
    SELECT submission,
        count(*) FILTER (lower(severity) = 'error') AS errors,
        count(*) FILTER (lower(severity) = 'warning') AS warnings
    FROM intake.finding
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
LEFT JOIN found f USING (submission)
