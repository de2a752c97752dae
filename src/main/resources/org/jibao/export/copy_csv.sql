COPY (SELECT ${columns} FROM ${table})
TO ${file} (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '')
