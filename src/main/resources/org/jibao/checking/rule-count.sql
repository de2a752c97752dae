
LEFT JOIN (
    SELECT submission, subject, ${value} AS entries
    FROM (
        SELECT c.submission, ${by} AS subject, ${figure} AS figure
        FROM ${entries} c
        JOIN ${returns} r ON r.submission = c.submission
        WHERE TRY((${where}
))
    )
    GROUP BY submission, subject
) n${index} ON n${index}.submission = c.submission AND n${index}.subject = c.subject
