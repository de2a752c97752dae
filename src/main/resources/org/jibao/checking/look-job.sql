-- The same unit's returns of another job, for that job's periods within this one.
INSERT INTO rule_look
WITH wanted(kind, position, period, label_zh, label_en) AS (
    VALUES ${periods}
),
of_kind AS (
    SELECT period, count(*) OVER () AS periods
    FROM wanted
    WHERE kind = (SELECT any_value(kind) FROM intake.period WHERE job = ${other})
),
units AS (
    SELECT DISTINCT unit
    FROM rule_sent
)
SELECT u.unit, ${number}, ${other}, u.unit, k.period, k.periods
FROM units u
CROSS JOIN of_kind k;
