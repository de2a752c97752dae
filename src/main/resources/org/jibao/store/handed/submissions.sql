-- $1 job, $2 decided at, $3 the name of the package. What is new in the package, named by the package and the file.
INSERT INTO intake.submission BY NAME
SELECT n.ours AS id, $1 AS job, $3 || '!' || s.file AS file, s.sha256, s.size, s.received_at, $2 AS decided_at, s.unit, s.period,
    s.form_version, s.revision::INTEGER AS revision, s.verdict, s.reason, d.ours AS duplicate_of, s.after_close,
    s.standing = 'counted' AS content, 'package' AS evidence
FROM handed_submissions s
JOIN handed_number n ON n.theirs = s.submission AND NOT n.known
LEFT JOIN handed_number d ON d.theirs = s.duplicate_of
ORDER BY n.ours
