-- Every scope with the units that it covers in each period.
SELECT * FROM returns.scope_unit
