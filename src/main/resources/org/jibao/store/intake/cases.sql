-- Every verdict to be given, with the next one's moment.
SELECT number, source, moment, lead(moment) OVER (PARTITION BY source ORDER BY moment) AS until
FROM rule_case
ORDER BY source, moment
