-- When something in an attached store was decided last, of whatever job; NULL where nothing was.
SELECT max(decided_at) AS decided_at
FROM (
    SELECT decided_at FROM ${catalog}.intake.submission
    UNION ALL
    SELECT decided_at FROM ${catalog}.intake.decision
)
