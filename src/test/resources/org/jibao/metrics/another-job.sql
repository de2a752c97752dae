-- The county's returns once more as those of the job county-returns: other names, every second return, doubled figures,
-- a finding in each, and a file of which nobody knows whose it is.
UPDATE intake.unit SET name = name || '（另）', position = 100 - position WHERE job = 'county-returns';

UPDATE intake.label SET zh = zh || '（另）', position = 100 - position WHERE job = 'county-returns';

INSERT INTO intake.submission
SELECT s.* REPLACE (
    1000000 + id AS id, 'county-returns' AS job, 'other-' || file AS file, received_at - INTERVAL 20 DAY AS received_at)
FROM intake.submission s
WHERE s.job = 'quarterly-disclosure' AND s.id % 2 = 0;

INSERT INTO intake.observation
SELECT o.* REPLACE (1000000 + submission AS submission, 2 * value AS value)
FROM intake.observation o
WHERE o.submission % 2 = 0 AND o.submission < 1000000;

INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, verdict)
VALUES (2000000, 'county-returns', 'whose.xlsx', 'w', 1, TIMESTAMP '2026-10-08', TIMESTAMP '2026-10-08', 'rejected');

INSERT INTO intake.finding (submission, number, code, severity)
SELECT id, 1, 'x', 'warning'
FROM intake.submission
WHERE job = 'county-returns';

-- Each verdict has held since the return was received.
INSERT INTO intake.judgement
SELECT id, received_at, verdict, ''
FROM intake.submission
ANTI JOIN intake.judgement j ON j.submission = submission.id;
