-- The office's list of units, without whom to call.
SELECT code, name, kind, parent, active_from, active_to, owes, position
FROM intake.unit
WHERE job = ${job}
ORDER BY position
