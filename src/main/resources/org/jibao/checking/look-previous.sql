-- The same unit's return for the period before.
INSERT INTO rule_look
SELECT DISTINCT unit, -1, ${job}, unit, ${previous}, 1
FROM rule_sent;
