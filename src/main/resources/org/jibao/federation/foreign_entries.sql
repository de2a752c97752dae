SELECT count(*)
FROM foreign_part.${table}
WHERE submission IS NULL OR submission NOT IN (SELECT submission FROM foreign_part.submissions WHERE standing = 'counted')
