
    UNION ALL
    SELECT
        e.period, s.level, s.scope, i.number,
        CASE WHEN e.middle THEN median(e.value) ELSE max(e.value) END::DECIMAL(38, 8), NULL, count(DISTINCT e.unit)
    FROM (
        ${entries}
    ) e
    JOIN mart.scope s USING (period, unit)
    JOIN mart.figure_item i USING (figure)
    GROUP BY e.period, s.level, s.scope, i.number, e.middle