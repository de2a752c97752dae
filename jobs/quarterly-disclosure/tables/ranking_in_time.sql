-- Ranked units first; those apart follow without a rank, with the reason.
WITH here AS (
    SELECT r.*
    FROM mart.ranking r
    JOIN returns.parameter p USING (period)
    WHERE r.figure = 'in_time_rate'
),
kinds AS (
    SELECT l.id AS kind, l.zh, l.en
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.axis = 'kind'
)
SELECT
    h.rank, h.name_zh AS name, k.zh AS kind_zh, k.en AS kind_en, h.rank_in_kind,
    h.value, h.numerator, h.denominator,
    CASE h.unranked_because
        WHEN 'no_return' THEN '无有效报表'
        WHEN 'no_value' THEN '无数值'
        WHEN 'below_minimum' THEN '分母不足' || h.minimum || '，不排名'
    END AS remark_zh,
    CASE h.unranked_because
        WHEN 'no_return' THEN 'No valid return'
        WHEN 'no_value' THEN 'No value'
        WHEN 'below_minimum' THEN 'Denominator under ' || h.minimum || ': not ranked'
    END AS remark_en
FROM here h
LEFT JOIN kinds k USING (kind)
ORDER BY h.rank NULLS LAST, h.scope_position, h.unit
