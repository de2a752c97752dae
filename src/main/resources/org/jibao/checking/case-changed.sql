-- The submissions whose verdicts are not those that are due.
CREATE OR REPLACE TEMP TABLE rule_changed AS
WITH due AS (
    SELECT id, duplicate_of, string_agg(since || ' ' || looked_at, chr(10) ORDER BY since) AS verdicts
    FROM rule_expected
    GROUP BY id, duplicate_of
),
given AS (
    SELECT submission AS id, string_agg(since || ' ' || coalesce(looked_at, ''), chr(10) ORDER BY since) AS verdicts
    FROM intake.judgement
    SEMI JOIN rule_sent s ON s.id = submission
    GROUP BY submission
)
SELECT d.id
FROM due d
JOIN intake.submission s USING (id)
LEFT JOIN given g USING (id)
WHERE (d.verdicts, d.duplicate_of) IS DISTINCT FROM (g.verdicts, s.duplicate_of);
