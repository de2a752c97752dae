
LEFT JOIN (
    SELECT submission, subject, count(*) AS entries
    FROM (SELECT c.submission, ${by} AS subject FROM ${entries} c WHERE TRY((${where}
)))
    GROUP BY submission, subject
) ${count} ON ${count}.submission = c.submission AND ${count}.subject = c.subject
