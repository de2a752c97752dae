-- Each office that owes a package, with what became of it: first those of this office, each followed by those below it.
SELECT
    CASE WHEN a.above IS NULL THEN '' ELSE '　' END || coalesce(a.name, a.office) AS name,
    CASE a.state WHEN 'taken' THEN '已收' ELSE '未收' END AS state_zh,
    CASE a.state WHEN 'taken' THEN 'received' ELSE 'missing' END AS state_en,
    a.as_of AS speaks_of, a.approved_by, a.approved_at, a.received_at, a.counted || '/' || a.owed AS coverage,
    returns.quotient(a.counted, a.owed) AS rate, a.file, a.state <> 'taken' AS emphasis
FROM returns.package a
LEFT JOIN returns.package upper ON upper.office = a.above
ORDER BY coalesce(upper.position, a.position), a.above IS NOT NULL, a.position, a.office
