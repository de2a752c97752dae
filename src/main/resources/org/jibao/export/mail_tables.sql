-- What came by mail and what was answered, as the book beside the store has it. Times are UTC.
CREATE SCHEMA mail;
CREATE TABLE mail.mails (
    mail VARCHAR, received_at TIMESTAMP, fetched_at TIMESTAMP, sender VARCHAR, proof VARCHAR, proven_by VARCHAR, subject VARCHAR,
    message_id VARCHAR, brought VARCHAR
);
CREATE TABLE mail.files (mail VARCHAR, number BIGINT, file VARCHAR, size BIGINT, sha256 VARCHAR);
CREATE TABLE mail.answers (
    answer VARCHAR, mail VARCHAR, about VARCHAR, unit VARCHAR, period VARCHAR, recipient VARCHAR, state VARCHAR, since TIMESTAMP,
    decided_by VARCHAR
);
