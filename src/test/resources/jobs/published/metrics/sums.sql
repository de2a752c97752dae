-- The parts added up and, where a part says which share of the whole it is, the whole that follows from it.
WITH parts AS (
    SELECT g.period, g.pieces, g.amount, g.rate
    FROM returns.parts_by_row g
    JOIN returns.parameter p USING (job)
)
SELECT
    period,
    sum(pieces) AS pieces,
    sum(amount) AS amount,
    round(sum(pieces) FILTER (rate IS NOT NULL) / nullif(max(rate), 0), 0)::BIGINT AS whole
FROM parts
GROUP BY period
