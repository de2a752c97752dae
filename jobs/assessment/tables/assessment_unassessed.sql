-- Units that have obligations and no score, and why; no return is no proof that nothing was published.
WITH obliged AS (
    SELECT o.obliged AS unit, count(*) AS obligations
    FROM mart.assessment_obligation o
    JOIN returns.parameter p USING (period)
    GROUP BY o.obliged
),
words(state, zh, en) AS (
    VALUES
        ('missing', '未报送', 'Not reported'),
        ('returned', '已退回，未重报', 'Returned, not sent again'),
        ('rejected', '拒收', 'Rejected'),
        ('not_owing', '本季不应报送（未设立或已撤销）', 'Owes no return (not yet set up, or closed)')
)
SELECT u.name, k.zh AS kind_zh, k.en AS kind_en, o.obligations, w.zh AS state_zh, w.en AS state_en, r.file
FROM obliged o
JOIN returns.parameter p ON TRUE
JOIN intake.unit u ON (u.job, u.code) = (p.job, o.unit)
JOIN intake.label k ON (k.job, k.axis, k.id) = (p.job, 'kind', u.kind)
LEFT JOIN returns.reporting_unit r ON (r.period, r.unit) = (p.period, o.unit)
JOIN words w ON w.state = coalesce(r.state, 'not_owing')
WHERE NOT coalesce(r.accepted, FALSE)
ORDER BY u.position, o.unit
