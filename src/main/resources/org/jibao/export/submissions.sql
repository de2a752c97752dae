-- Every file that had been settled by the as-of time. One whose period is not known goes with its findings.
WITH placed AS (
    SELECT DISTINCT submission, period
    FROM returns.findings
)
SELECT
    s.id AS submission, coalesce(s.period, p.period) AS period, s.unit, s.revision, s.verdict, s.standing, s.reason,
    s.received_at, s.decided_at, s.file, s.sha256, s.size, s.form_version, s.duplicate_of
FROM returns.standing s
LEFT JOIN placed p ON p.submission = s.id
WHERE s.job = ${job} AND (coalesce(s.period, p.period) IS NULL AND ${every} OR coalesce(s.period, p.period) IN (SELECT period FROM export.periods))
ORDER BY s.received_at, s.file, s.sha256
