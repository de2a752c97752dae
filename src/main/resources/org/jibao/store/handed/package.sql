-- $1 number, $2 job, $3 period, $4 office, $5 received at, $6 as of, $7 approved by, $8 approved at, $9 program, $10 job's digest,
-- $11 state, $12 key.
INSERT INTO intake.package
SELECT $1, $2, $3, $4, $5, $6, $7::VARCHAR, $8::TIMESTAMP, $9, $10, $11, $12,
    (SELECT count(*) FROM handed_submissions WHERE standing = 'counted'), false
