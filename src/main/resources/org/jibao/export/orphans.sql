SELECT count(*)
FROM ${child} c
WHERE c.${column} IS NOT NULL AND c.${column} NOT IN (SELECT ${key} FROM ${parent})
