-- $1 period, $2 as of: what a package of this program never holds, and how often it is there.
WITH counted AS (
    SELECT submission
    FROM foreign_part.submissions
    WHERE standing = 'counted'
),
found AS (
    SELECT 'period' AS kind, count(*) AS times FROM foreign_part.submissions WHERE period IS DISTINCT FROM $1
    UNION ALL
    SELECT 'period', count(*) FROM foreign_part.figures WHERE period IS DISTINCT FROM $1
    UNION ALL
    SELECT 'submission', count(*) - count(DISTINCT submission) FROM foreign_part.submissions
    UNION ALL
    SELECT 'submission', count(*)
    FROM foreign_part.submissions
    WHERE submission IS NULL OR file IS NULL OR received_at IS NULL OR decided_at IS NULL
        OR NOT coalesce(regexp_full_match(sha256, '[0-9a-f]{64}'), false)
        OR coalesce(standing, '') NOT IN
            ('counted', 'superseded', 'after_close', 'held', 'withdrawn', 'returned', 'rejected', 'duplicate')
        OR (standing = 'counted' AND (unit IS NULL OR revision IS NULL))
        OR coalesce(verdict, '') NOT IN CASE standing
            WHEN 'returned' THEN ['returned']
            WHEN 'rejected' THEN ['rejected']
            WHEN 'duplicate' THEN ['duplicate']
            WHEN 'held' THEN ['accepted', 'accepted_with_warnings', 'returned']
            ELSE ['accepted', 'accepted_with_warnings']
        END
    UNION ALL
    SELECT 'time', count(*) FROM foreign_part.submissions WHERE received_at > $2 OR decided_at > $2
    UNION ALL
    SELECT 'twice', count(*) - count(DISTINCT unit) FROM foreign_part.submissions WHERE standing = 'counted'
    UNION ALL
    SELECT 'cell', count(*)
    FROM foreign_part.observations
    WHERE submission IS NULL OR submission NOT IN (FROM counted)
        OR coalesce(status, '') NOT IN ('value', 'zero', 'blank', 'na', 'suppressed', 'invalid')
    UNION ALL
    SELECT 'cell', count(*) - count(DISTINCT (submission, form, "row", "column")) FROM foreign_part.observations
    UNION ALL
    SELECT 'finding', count(*)
    FROM foreign_part.findings
    WHERE submission IS NULL OR submission NOT IN (SELECT submission FROM foreign_part.submissions)
        OR NOT coalesce(regexp_full_match(fingerprint, '[0-9a-f]{16}'), false)
        OR coalesce(severity, '') NOT IN ('error', 'warning', 'note')
        OR number IS NULL OR code IS NULL OR message_zh IS NULL OR message_en IS NULL
    UNION ALL
    SELECT 'finding', count(*) - count(DISTINCT (submission, number)) FROM foreign_part.findings
    UNION ALL
    SELECT 'finding', count(*) FROM foreign_part.answers
    WHERE submission IS NULL OR submission NOT IN (SELECT submission FROM foreign_part.submissions)
        OR NOT coalesce(regexp_full_match(fingerprint, '[0-9a-f]{16}'), false)
        OR explanation IS NULL OR explained_by IS NULL OR explained_at IS NULL
    UNION ALL
    SELECT 'finding', count(*) FROM foreign_part.explanations
    WHERE submission IS NULL OR submission NOT IN (SELECT submission FROM foreign_part.submissions)
    UNION ALL
    SELECT 'unit', count(*) - count(DISTINCT unit) FROM foreign_part.coverage
    UNION ALL
    SELECT 'office', count(*)
    FROM foreign_part.offices
    WHERE office IS NULL OR coalesce(state, '') NOT IN ('taken', 'missing') OR coalesce(received_at, as_of) > $2
    UNION ALL
    SELECT 'office', count(*) - count(DISTINCT office) FROM foreign_part.offices
    UNION ALL
    SELECT 'figure', count(*) - count(DISTINCT (scope, figure)) FROM foreign_part.figures
)
SELECT kind, sum(times)::BIGINT AS times
FROM found
WHERE times > 0
GROUP BY kind
ORDER BY kind
