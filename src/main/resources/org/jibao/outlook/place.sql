-- $1 submission, $2 form, $3 row, $4 column: where a figure stands, and what.
SELECT sheet, cell, raw
FROM intake.observation
WHERE submission = $1 AND form = $2 AND "row" = $3 AND "column" = $4
