-- The cells that the rules look at, by number.
CREATE OR REPLACE TEMP TABLE rule_indicator AS
SELECT * FROM (VALUES ${values}) t(number, form, "row", "column");
