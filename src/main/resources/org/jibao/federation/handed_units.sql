SELECT DISTINCT unit
FROM (
    SELECT unit FROM foreign_part.submissions
    UNION ALL
    SELECT unit FROM foreign_part.coverage
)
WHERE unit IS NOT NULL
ORDER BY unit
LIMIT ${most}
