-- Of what is judged anew: findings that were made with an earlier verdict go; those of the content hold, unless it is a
-- duplicate. $1 codes of the rules that look at other returns, joined by commas: earlier programs did not date their findings.
DELETE FROM intake.finding
WHERE submission IN (SELECT id FROM rule_changed)
    AND (since IS NOT NULL OR list_contains(string_split($1, ','), code));
