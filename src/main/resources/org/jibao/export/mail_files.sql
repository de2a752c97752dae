SELECT mail, number, file, size, sha256
FROM mail.files
ORDER BY mail, number
