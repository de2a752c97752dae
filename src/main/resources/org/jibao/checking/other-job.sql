-- One figure of another job: of the same unit's returns that count for that job's periods within this one, all of
-- them or none. A job that was never collected has no kind of period here, and so no figure.
INSERT INTO rule_other
WITH wanted(kind, position, period, label_zh, label_en) AS (
    VALUES ${periods}
),
of_kind AS (
    SELECT w.*, count(*) OVER () AS periods
    FROM wanted w
    WHERE w.kind = (SELECT any_value(kind) FROM intake.period WHERE job = ${job})
),
current AS (
    SELECT b.submission, w.position, w.label_zh, w.label_en, w.periods, s.submission AS id
    FROM rule_previous_return b
    CROSS JOIN of_kind w
    JOIN rule_counted s
        ON (s.job, s.unit, s.period) = (${job}, b.unit, w.period) AND s.since <= b.moment AND b.moment < s.until
),
cell AS (
    SELECT c.submission, c.position, c.label_zh, c.label_en, c.periods, ${subject} AS subject, o.value,
        rtrim(rtrim(o.value::VARCHAR, '0'), '.') AS shown
    FROM current c
    JOIN intake.observation o ON o.submission = c.id AND ${condition}
    WHERE o.status IN ('value', 'zero')
)
SELECT
    submission, ${number}, subject, sum(value),
    string_agg(label_zh || '=' || shown, '，' ORDER BY position),
    string_agg(label_en || '=' || shown, ', ' ORDER BY position)
FROM cell
GROUP BY submission, subject, periods
HAVING count(*) = periods;
