SELECT DISTINCT unit
FROM (
    SELECT unit FROM foreign_part.submissions
    UNION ALL
    SELECT unit FROM foreign_part.coverage
    UNION ALL
    SELECT office FROM foreign_part.offices
)
WHERE unit IS NOT NULL
ORDER BY unit
LIMIT ${most}
