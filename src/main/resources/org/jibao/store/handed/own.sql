-- The package itself: $1 number, $2 job, $3 file, $4 sha256, $5 size, $6 received at, $7 decided at, $8 period, $9 verdict, $10 reason,
-- $11 duplicate of, $12 sender.
INSERT INTO intake.submission BY NAME
SELECT $1 AS id, $2 AS job, $3 AS file, $4 AS sha256, $5 AS size, $6 AS received_at, $7 AS decided_at, $8 AS period, $9 AS verdict,
    $10::VARCHAR AS reason, $11::BIGINT AS duplicate_of, false AS after_close, NULL::BOOLEAN AS content, $12::VARCHAR AS sender
