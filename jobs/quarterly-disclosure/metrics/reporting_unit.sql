-- What became of each return that is owed.
SELECT * FROM returns.reporting_unit
