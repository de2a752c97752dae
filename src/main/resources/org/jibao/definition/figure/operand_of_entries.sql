-- Numerator and denominator of figures that are counted of entries, for each accepted return. Each of their counts is a hash
-- table of its own, of which the engine holds all at once: figures of many counts are made a few at a time.
WITH accepted AS (
    SELECT s.id AS submission, s.period, s.unit
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
)${registers}
${selected}
