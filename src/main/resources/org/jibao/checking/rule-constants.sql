-- What stands for the operands of a rule that are no cells, in the cases in which something fails.
SELECT k.number, c.subject${values}
FROM ${relation}
JOIN rule_failing k ON k.${key} = r.submission
WHERE ${only}
