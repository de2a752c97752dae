-- Units in order of one figure; those that are not ranked last, with the reason.
WITH kinds AS (
    SELECT l.id AS kind, l.zh, l.en
    FROM intake.label l
    JOIN returns.parameter p USING (job)
    WHERE l.axis = 'kind'
),
reasons AS (
    SELECT *
    FROM (VALUES
        ('no_return', ${no_return_zh}, ${no_return_en}),
        ('no_value', ${no_value_zh}, ${no_value_en}),
        ('below_minimum', ${below_minimum_zh}, ${below_minimum_en})
    ) AS t (reason, zh, en)
)
SELECT
    r.rank, r.name_zh, r.name_en, k.zh AS kind_zh, k.en AS kind_en, r.rank_in_kind, r.value, r.numerator, r.denominator,
    x.zh AS remark_zh, x.en AS remark_en
FROM mart.ranking r
JOIN returns.parameter p USING (period)
LEFT JOIN kinds k USING (kind)
LEFT JOIN reasons x ON x.reason = r.unranked_because
WHERE r.figure = ${figure} AND (r.rank IS NOT NULL OR NOT ${ranked_only})
ORDER BY r.rank NULLS LAST, r.scope_position, r.unit
