-- $1 decided at. The verdict as it is now, with the code of the finding that settled it where rules did not.
UPDATE intake.submission
SET verdict = due.verdict, duplicate_of = due.duplicate_of, reason = due.reason, decided_at = $1
FROM (
    SELECT e.id, arg_max(j.verdict, j.since) AS verdict, any_value(e.duplicate_of) AS duplicate_of,
        CASE arg_max(j.verdict, j.since)
            WHEN 'duplicate' THEN 'file-duplicate'
            WHEN 'rejected' THEN (
                SELECT arg_min(code, number) FROM intake.finding f WHERE f.submission = e.id AND f.since IS NULL)
        END AS reason
    FROM rule_expected e
    SEMI JOIN rule_changed c ON c.id = e.id
    JOIN intake.judgement j ON j.submission = e.id
    GROUP BY e.id
) due
WHERE submission.id = due.id
