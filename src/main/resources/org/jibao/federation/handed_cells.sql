SELECT DISTINCT form, "row", "column"
FROM foreign_part.observations
LIMIT ${most}
