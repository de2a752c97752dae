
    UNION ALL
    SELECT
        e.period, ${figure}, ${dimension}, ${item}, ${part}, e.unit, e.sheet, e."row" || ':' || e."row", NULL, 'value', 1, ${value}
    FROM (
        ${entries}
        JOIN here h ON (h.job, h.period) = (r.job, r.period)
    ) e
    WHERE (${where}
    )