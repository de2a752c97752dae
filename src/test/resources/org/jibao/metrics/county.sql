-- A return of every unit for every period, with numbers made from a hash; one in nine does not say who was satisfied,
-- one in thirteen states no total of its items, one in seventeen was returned, and one in ten came late.
CREATE OR REPLACE TEMP TABLE cells AS
SELECT r.form, r.id AS "row", c.id AS "column", row_number() OVER (ORDER BY r.form, r.position, c.position) AS n
FROM intake.label r
JOIN intake.label c ON (c.job, c.form) = (r.job, r.form) AND c.axis = 'column'
WHERE r.axis = 'row';

INSERT INTO intake.submission
    (id, job, file, sha256, size, received_at, decided_at, unit, period, form_version, revision, verdict)
SELECT
    row_number() OVER (ORDER BY e.period, e.position, e.unit),
    e.job, e.unit || e.period || '.xlsx', sha256(e.unit || e.period), 10000,
    e.due_date + CASE WHEN hash(e.unit || e.period) % 10 = 0 THEN INTERVAL 30 HOUR ELSE INTERVAL 2 HOUR END,
    e.due_date + INTERVAL 5 DAY, e.unit, e.period, '2024', 1,
    CASE WHEN hash(e.period || e.unit) % 17 = 0 THEN 'returned' ELSE 'accepted' END
FROM returns.expected e;

INSERT INTO intake.observation
SELECT
    s.id, c.form, c."row", c."column",
    CASE WHEN gap THEN 'na' ELSE 'value' END,
    CASE WHEN gap THEN NULL ELSE (hash(s.unit || c.n || s.period) % 50 + CASE WHEN c."column" = 'valid' THEN 60 ELSE 0 END)::INTEGER END,
    '', c.form, 'R' || c.n
FROM intake.submission s
CROSS JOIN cells c
CROSS JOIN LATERAL (
    SELECT (c."column" = 'satisfied' AND s.id % 9 = 0)
        OR (c.form = 'proactive' AND c."row" = 'total' AND s.id % 13 = 0) AS gap
) g;

-- Each verdict has held since the return was received.
INSERT INTO intake.judgement
SELECT id, received_at, verdict, ''
FROM intake.submission
ANTI JOIN intake.judgement j ON j.submission = submission.id;
