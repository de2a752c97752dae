-- Which submission counted for a unit and period of a job, from when until when; NULL: none any more. As
-- intake.standing_at says it for one moment, here for all of them.
CREATE OR REPLACE TEMP TABLE rule_counted AS
WITH looked_at AS (
    SELECT DISTINCT job, source_unit AS unit, period
    FROM rule_look
),
sent AS (
    SELECT s.id, s.job, s.unit, s.period, s.revision, coalesce(s.after_close, false) AS after_close,
        concat_ws(chr(10), s.received_at, s.file, s.sha256) AS mark,
        s.against IS NOT NULL AS opposed, intake.strength(s.evidence, s.against) AS strength
    FROM intake.submission s
    SEMI JOIN looked_at l ON (l.job, l.unit, l.period) = (s.job, s.unit, s.period)
    WHERE s.revision IS NOT NULL
),
judged AS (
    SELECT j.submission AS id, j.verdict, j.since,
        lead(j.since, 1, TIMESTAMP 'infinity') OVER (PARTITION BY j.submission ORDER BY j.since) AS until
    FROM intake.judgement j
    SEMI JOIN sent s ON s.id = j.submission
),
-- What came in a package has a verdict for each word of its office.
handed AS (
    SELECT submission AS id, since, standing
    FROM intake.handed_standing
    SEMI JOIN sent s ON s.id = submission
),
withdrawn AS (
    SELECT submission AS id, min(decided_at) AS instant
    FROM intake.decision
    WHERE kind = 'withdraw'
    GROUP BY submission
),
admitted AS (
    SELECT submission AS id, min(decided_at) AS instant
    FROM intake.decision
    WHERE kind = 'admit'
    GROUP BY submission
),
reopened AS (
    SELECT job, unit, period, min(decided_at) AS instant
    FROM intake.decision
    WHERE kind = 'reopen'
    GROUP BY job, unit, period
),
countable AS (
    SELECT s.id, s.job, s.unit, s.period, s.revision, s.mark, s.strength,
        coalesce(a.instant, TIMESTAMP 'infinity') AS admitted,
        greatest(
            j.since,
            CASE WHEN s.after_close THEN coalesce(r.instant, TIMESTAMP 'infinity') ELSE j.since END,
            CASE WHEN s.opposed THEN coalesce(a.instant, TIMESTAMP 'infinity') ELSE j.since END) AS since,
        least(j.until, coalesce(w.instant, TIMESTAMP 'infinity')) AS until
    FROM sent s
    JOIN judged j USING (id)
    LEFT JOIN withdrawn w USING (id)
    LEFT JOIN admitted a USING (id)
    LEFT JOIN reopened r ON (r.job, r.unit, r.period) = (s.job, s.unit, s.period)
    LEFT JOIN handed h ON h.id = s.id AND h.since = j.since
    WHERE j.verdict IN ('accepted', 'accepted_with_warnings') AND coalesce(h.standing, 'counted') = 'counted'
),
stretch AS (
    SELECT *
    FROM countable
    WHERE since < until
),
edge AS (
    SELECT job, unit, period, since AS instant
    FROM stretch
    UNION
    SELECT job, unit, period, until
    FROM stretch
    WHERE until < TIMESTAMP 'infinity'
    UNION
    SELECT job, unit, period, admitted
    FROM stretch
    WHERE since < admitted AND admitted < until
),
-- What rests on weaker evidence than one before it does not count, unless it was let in.
present AS (
    SELECT e.job, e.unit, e.period, e.instant, s.id, s.mark, s.revision,
        s.admitted <= e.instant
            OR s.strength >= coalesce(max(s.strength) OVER (
                PARTITION BY e.job, e.unit, e.period, e.instant ORDER BY s.revision
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS counts
    FROM edge e
    LEFT JOIN stretch s
        ON (s.job, s.unit, s.period) = (e.job, e.unit, e.period) AND s.since <= e.instant AND e.instant < s.until
),
counted AS (
    SELECT job, unit, period, instant, arg_max(id, revision) FILTER (counts) AS submission,
        arg_max(mark, revision) FILTER (counts) AS mark
    FROM present
    GROUP BY job, unit, period, instant
),
changed AS (
    SELECT *
    FROM counted
    QUALIFY submission IS DISTINCT FROM lag(submission) OVER (PARTITION BY job, unit, period ORDER BY instant)
)
SELECT job, unit, period, submission, mark, instant AS since,
    lead(instant, 1, TIMESTAMP 'infinity') OVER (PARTITION BY job, unit, period ORDER BY instant) AS until
FROM changed;
