-- What has happened to this period's returns since the last publication, in the order of the roster.
WITH last AS (
    FROM returns.last_publication
),
now AS (
    SELECT s.*
    FROM returns.standing s
    JOIN returns.parameter p USING (job, period)
),
-- Only what had been taken in by then: a file may come to light long after its receipt.
earlier AS (
    SELECT s.*
    FROM intake.standing_at((SELECT as_of FROM returns.last_publication)) s
    JOIN last l ON s.id <= coalesce(l.last_submission, s.id)
),
-- Of what came in packages: the package by whose word it stands where it does.
word AS (
    SELECT submission, max(since) AS since
    FROM intake.handed_standing
    WHERE since <= (SELECT as_of FROM returns.parameter)
    GROUP BY submission
),
handed AS (
    SELECT w.submission AS id, k.received_at, k.approved_by, s.file, coalesce(u.name, k.office) AS office,
        strftime(k.approved_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone, '%Y-%m-%d %H:%M') AS approved_at
    FROM word w
    JOIN intake.from_package f USING (submission)
    JOIN intake.package b ON b.submission = f.package
    JOIN intake.package k ON (k.job, k.office, k.period, k.received_at) = (b.job, b.office, b.period, w.since)
    JOIN intake.submission s ON s.id = k.submission
    JOIN intake.job j ON j.job = k.job
    LEFT JOIN intake.unit u ON (u.job, u.code) = (k.job, k.office)
    QUALIFY row_number() OVER (PARTITION BY w.submission ORDER BY k.as_of DESC) = 1
),
moved AS (
    SELECT n.unit, n.id, n.revision, n.file, coalesce(h.received_at, n.received_at) AS at, h.approved_by AS by_whom,
        '上报包 ' || h.file || '，' || h.office || coalesce('，审定于 ' || h.approved_at, '') AS reason_zh,
        'Package ' || h.file || ' of ' || h.office || coalesce(', approved on ' || h.approved_at, '') AS reason_en,
        CASE
            WHEN n.standing = 'withdrawn' THEN 'withdrawn'
            WHEN n.standing = 'returned' THEN 'returned'
            WHEN e.standing = 'after_close' THEN 'let_in'
            WHEN e.standing = 'held' THEN 'admitted'
            WHEN e.standing = 'superseded' THEN 'back'
            WHEN n.revision = 1 THEN 'first'
            ELSE 'revised'
        END AS event
    FROM now n
    LEFT JOIN earlier e USING (id)
    LEFT JOIN handed h USING (id)
    WHERE (n.standing = 'counted' AND e.standing IS DISTINCT FROM 'counted')
        OR (n.standing IN ('withdrawn', 'returned') AND e.standing = 'counted')
),
decided AS (
    SELECT d.unit, d.submission AS id, s.revision, coalesce(s.file, '') AS file, d.decided_at AS at, d.decided_by AS by_whom,
        d.reason || CASE WHEN d.code IS NULL THEN '' ELSE '（' || d.code || '）' END AS reason_zh, reason_zh AS reason_en,
        'decided_' || d.kind AS event
    FROM returns.decision d
    JOIN returns.parameter p USING (job, period)
    JOIN last l ON d.decided_at > l.as_of
    LEFT JOIN now s ON s.id = d.submission
    WHERE d.kind <> 'approve'
),
folder AS (
    SELECT NULL::VARCHAR AS unit, NULL::BIGINT AS id, NULL::INTEGER AS revision, '' AS file, NULL::TIMESTAMP AS at,
        NULL::VARCHAR AS by_whom, NULL::VARCHAR AS reason_zh, NULL::VARCHAR AS reason_en, 'folder' AS event
    FROM last l
    JOIN intake.job j USING (job)
    WHERE j.digest <> l.job_digest
),
happened AS (
    SELECT m.*
    FROM moved m
    WHERE EXISTS (FROM last)
    UNION ALL
    FROM decided
    UNION ALL
    FROM folder
),
words AS (
    SELECT *
    FROM (VALUES
        ('first', 1, '首次计入', 'Counted for the first time'),
        ('revised', 2, '修订后计入', 'Revision counted'),
        ('back', 3, '恢复计入', 'Counted again'),
        ('let_in', 4, '重开后计入', 'Counted after reopening'),
        ('admitted', 4, '核实后计入', 'Counted after it was held'),
        ('withdrawn', 5, '不再计入', 'Counts no more'),
        ('returned', 5, '依据改变后退回', 'Returned, as what it is held against has changed'),
        ('decided_withdraw', 6, '决定：撤回', 'Decided: withdrawn'),
        ('decided_reopen', 7, '决定：重开', 'Decided: reopened'),
        ('decided_accept', 8, '决定：认可警示', 'Decided: warning accepted'),
        ('decided_admit', 8, '决定：核实计入', 'Decided: held return let in'),
        ('folder', 9, '任务文件夹（表、规则、指标、名单等）有改动', 'The job folder was changed: forms, rules, metrics, roster')
    ) AS t (event, weight, zh, en)
)
SELECT
    u.name AS unit, w.zh AS event_zh, w.en AS event_en, h.revision, h.file, h.at AS happened_at, h.by_whom, h.reason_zh, h.reason_en
FROM happened h
JOIN words w USING (event)
JOIN returns.parameter p ON TRUE
LEFT JOIN intake.unit u ON (u.job, u.code) = (p.job, h.unit)
ORDER BY u.position NULLS LAST, h.unit, w.weight, h.id, h.at, h.reason_zh
