-- Administrative review and litigation by group, and 纠错率 = corrected / (total − pending).
WITH cells AS (
    SELECT g.* EXCLUDE (job, submission, "row")
    FROM returns.disputes_by_row g
    JOIN returns.parameter p USING (job)
    WHERE g."row" = 'cases'
),
groups AS (
    SELECT period, unit, 'review' AS dispute, review_upheld AS upheld, review_corrected AS corrected,
        review_other AS otherwise, review_pending AS pending, review_total AS cases
    FROM cells
    UNION ALL
    SELECT period, unit, 'direct', direct_upheld, direct_corrected, direct_other, direct_pending, direct_total
    FROM cells
    UNION ALL
    SELECT period, unit, 'after', after_upheld, after_corrected, after_other, after_pending, after_total
    FROM cells
),
labels AS (
    FROM (VALUES
        ('review', '行政复议', 'Administrative review', 1),
        ('direct', '未经复议直接起诉', 'Suit without review', 2),
        ('after', '复议后起诉', 'Suit after review', 3),
        ('all', '合计', 'All', 4)
    ) AS t (dispute, dispute_zh, dispute_en, dispute_position)
),
summed AS (
    SELECT
        g.period, s.level, s.scope, coalesce(g.dispute, 'all') AS dispute,
        sum(upheld) AS upheld, sum(corrected) AS corrected, sum(otherwise) AS otherwise, sum(pending) AS pending,
        sum(cases) AS cases,
        sum(corrected) FILTER (cases IS NOT NULL AND pending IS NOT NULL) AS correction_numerator,
        sum(cases - pending) FILTER (corrected IS NOT NULL) AS correction_denominator,
        count(DISTINCT unit) FILTER (cases IS NOT NULL) AS reported
    FROM groups g
    JOIN mart.scope s USING (period, unit)
    GROUP BY GROUPING SETS (
        (g.period, s.level, s.scope, g.dispute),
        (g.period, s.level, s.scope))
)
SELECT
    r.period, r.level, r.scope, r.top, l.*,
    s.* EXCLUDE (period, level, scope, dispute, reported),
    returns.quotient(correction_numerator, correction_denominator) AS correction_rate,
    coalesce(s.reported, 0) AS reported, r.expected
FROM mart.reporting r
CROSS JOIN labels l
LEFT JOIN summed s USING (period, level, scope, dispute)
