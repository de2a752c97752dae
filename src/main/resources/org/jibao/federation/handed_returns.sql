SELECT count(*)
FROM foreign_part.submissions
WHERE standing = 'counted'
