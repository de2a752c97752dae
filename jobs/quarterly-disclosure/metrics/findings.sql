-- What was found in every submission.
SELECT * FROM returns.findings
