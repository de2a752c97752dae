
UNION ALL
SELECT
    s.period, s.unit, ${figure}, ${dimension}, i.item,
    CASE WHEN n.submission IS NULL THEN 0 ELSE n.value END,
    CASE WHEN NOT ${quotient} THEN NULL WHEN d.submission IS NULL THEN 0 ELSE d.value END
FROM accepted s
CROSS JOIN (${items}) i
LEFT JOIN (
    ${numerator}
) n ON n.submission = s.submission AND n.item = i.item
LEFT JOIN (
    ${denominator}
) d ON d.submission = s.submission AND d.item = i.item
WHERE ${always} OR s.submission IN (SELECT submission FROM ${register})