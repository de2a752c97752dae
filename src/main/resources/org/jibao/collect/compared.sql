UPDATE intake.package
SET compared = true
WHERE job = $1 AND period = $2 AND received_at <= $3
