-- Since when which verdicts on what was sent are due: when it was received, and anew whenever what the rules look at changes.
-- A duplicate is what changes nothing: the same bytes as the unit's newest submission for the period, where that was not
-- withdrawn in the meantime, the rules would look at the same and it says no more of its sender. Its verdict is due once.
CREATE OR REPLACE TEMP TABLE rule_expected AS
WITH followed AS (
    SELECT *, lag(sha256) OVER before AS sha256_before, lag(received_at) OVER before AS received_before
    FROM rule_sent
    WINDOW before AS (PARTITION BY unit, period ORDER BY received_at, file, sha256, id)
),
-- Submissions of the same bytes one after the other are a run.
in_runs AS (
    SELECT *, count(*) FILTER (sha256 IS DISTINCT FROM sha256_before) OVER (
        PARTITION BY unit, period ORDER BY received_at, file, sha256, id) AS run
    FROM followed
),
placed AS (
    SELECT *, coalesce(strength > max(strength) OVER (
        PARTITION BY unit, period, run ORDER BY received_at, file, sha256, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS stronger
    FROM in_runs
),
withdrawal AS (
    SELECT s.unit, s.period, s.sha256, d.decided_at AS instant
    FROM intake.decision d
    JOIN intake.submission s ON s.id = d.submission
    WHERE d.job = ${job} AND d.kind = 'withdraw'
),
changed AS (
    SELECT p.id
    FROM placed p
    JOIN withdrawal w ON (w.unit, w.period, w.sha256) = (p.unit, p.period, p.sha256)
    WHERE w.instant >= p.received_before AND w.instant < p.received_at
    UNION
    SELECT p.id
    FROM placed p
    JOIN rule_version v ON v.unit = p.unit
    WHERE v.since > p.received_before AND v.since <= p.received_at
),
repeated AS (
    SELECT *, coalesce(sha256 = sha256_before, false) AND NOT stronger AND id NOT IN (FROM changed) AS duplicate
    FROM placed
),
named AS (
    SELECT *,
        CASE WHEN duplicate THEN last_value(CASE WHEN NOT duplicate THEN id END IGNORE NULLS) OVER (
            PARTITION BY unit, period ORDER BY received_at, file, sha256, id) END AS duplicate_of
    FROM repeated
),
moment AS (
    SELECT id, unit, duplicate_of, received_at AS instant
    FROM named
    UNION
    SELECT n.id, n.unit, n.duplicate_of, v.since
    FROM named n
    JOIN rule_version v ON v.unit = n.unit AND v.since > n.received_at
    WHERE NOT n.duplicate
),
seen AS (
    SELECT m.id, m.unit, m.duplicate_of, m.instant AS since,
        coalesce(string_agg(v.number || ':' || v.digest, ' ' ORDER BY v.number), '') AS looked_at
    FROM moment m
    LEFT JOIN rule_version v
        ON v.unit = m.unit AND v.digest IS NOT NULL AND v.since <= m.instant AND m.instant < v.until AND m.duplicate_of IS NULL
    GROUP BY m.id, m.unit, m.duplicate_of, m.instant
)
SELECT *
FROM seen
QUALIFY looked_at IS DISTINCT FROM lag(looked_at) OVER (PARTITION BY id ORDER BY since);
