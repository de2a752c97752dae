
LEFT JOIN (SELECT DISTINCT submission FROM ${entries}) f${index} ON f${index}.submission = c.submission
