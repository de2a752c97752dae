-- How requests were handled, beside the previous quarter.
WITH outcomes AS (
    SELECT period, 1 AS place, '予以公开' AS outcome_zh, 'Granted' AS outcome_en, granted AS requests, handled
    FROM mart.request_rates WHERE top
    UNION ALL
    SELECT period, 2, '部分公开', 'Partly granted', partly_granted, handled FROM mart.request_rates WHERE top
    UNION ALL
    SELECT period, 3, '不予公开', 'Refused', refused, handled FROM mart.request_rates WHERE top
    UNION ALL
    SELECT period, 4, '无法提供', 'Not available', unavailable, handled FROM mart.request_rates WHERE top
    UNION ALL
    SELECT period, 5, '不予处理', 'Not processed', declined, handled FROM mart.request_rates WHERE top
    UNION ALL
    SELECT period, 6, '其他处理', 'Otherwise', otherwise, handled FROM mart.request_rates WHERE top
),
here AS (
    SELECT o.*, t.previous AS previous_period
    FROM outcomes o
    JOIN returns.parameter p USING (period)
    JOIN intake.period t ON (t.job, t.period) = (p.job, o.period)
)
SELECT
    h.outcome_zh, h.outcome_en, h.requests,
    returns.quotient(h.requests, h.handled) AS share,
    b.requests AS previous,
    returns.quotient(h.requests - b.requests, b.requests) AS change_previous
FROM here h
LEFT JOIN outcomes b ON (b.period, b.place) = (h.previous_period, h.place)
ORDER BY h.place
