CREATE OR REPLACE TEMP TABLE ${table} AS
SELECT l.submission, s.subject${columns}
FROM ${list} l
CROSS JOIN (VALUES ${steps}) s(subject, step);
