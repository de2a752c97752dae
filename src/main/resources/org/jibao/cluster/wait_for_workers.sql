-- Waits for the workers that still hold messages of an earlier run: their rows are locked until their parts stand or their
-- work is undone. Not longer than the session's lock_timeout.
SELECT count(*) FROM (SELECT 1 FROM INT_CHANNEL_MESSAGE FOR UPDATE) AS messages
