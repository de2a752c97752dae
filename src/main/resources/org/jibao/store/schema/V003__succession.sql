-- Units that were closed and went into others, by merger, division or a new name under a new code.
CREATE TABLE intake.predecessor (job VARCHAR, unit VARCHAR, predecessor VARCHAR);

-- Each unit with every unit that went into it, however long ago, by the end of the period worked on. divided: several
-- units came of the predecessor, or of one on the way to it, so that its figures belong to none of them alone.
CREATE VIEW returns.succession AS
WITH RECURSIVE step AS (
    SELECT p.job, p.unit, p.predecessor, u.name, u.active_to,
        count(*) OVER (PARTITION BY p.job, p.predecessor) > 1 AS divided
    FROM intake.predecessor p
    JOIN intake.unit u ON u.job = p.job AND u.code = p.predecessor
),
closed AS (
    SELECT s.*
    FROM step s
    JOIN returns.parameter r ON r.job = s.job
    JOIN intake.period t ON t.job = r.job AND t.period = r.period
    WHERE s.active_to < t.end_date
),
line AS (
    SELECT * FROM closed
    UNION
    SELECT l.job, l.unit, c.predecessor, c.name, c.active_to, l.divided OR c.divided
    FROM line l
    JOIN closed c ON c.job = l.job AND c.unit = l.predecessor
)
SELECT job, unit, predecessor, name, active_to, bool_or(divided) AS divided
FROM line
GROUP BY job, unit, predecessor, name, active_to;

-- Every scope of figures with the units it covers: each unit, with those that went into it undivided (level unit), each
-- kind (level kind, scope 'kind:<kind>') and each upper unit with all below it (level group, scope = its code).
CREATE OR REPLACE VIEW returns.scope AS
WITH RECURSIVE above AS (
    SELECT job, code AS unit, parent AS upper FROM intake.unit WHERE parent IS NOT NULL
    UNION
    SELECT a.job, a.unit, u.parent
    FROM above a
    JOIN intake.unit u ON u.job = a.job AND u.code = a.upper
    WHERE u.parent IS NOT NULL
)
SELECT job, code AS scope, 'unit' AS level, name AS name_zh, name AS name_en, position, code AS unit
FROM intake.unit
WHERE owes
UNION ALL
SELECT u.job, u.code, 'unit', u.name, u.name, u.position, s.predecessor
FROM intake.unit u
JOIN returns.succession s ON s.job = u.job AND s.unit = u.code AND NOT s.divided
WHERE u.owes
UNION ALL
SELECT u.job, 'kind:' || u.kind, 'kind', l.zh, l.en, l.position, u.code
FROM intake.unit u
JOIN intake.label l ON l.job = u.job AND l.axis = 'kind' AND l.id = u.kind
WHERE u.owes
UNION ALL
SELECT a.job, a.upper, 'group', g.name, g.name, g.position, a.unit
FROM above a
JOIN intake.unit g ON g.job = a.job AND g.code = a.upper
JOIN intake.unit u ON u.job = a.job AND u.code = a.unit
WHERE u.owes;
