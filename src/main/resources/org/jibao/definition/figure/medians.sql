
    UNION ALL
    SELECT
        p.place, i.number,
        CASE WHEN e.middle THEN median(e.value) ELSE max(e.value) END::DECIMAL(38, 8), NULL, count(DISTINCT e.unit)
    FROM (
        ${entries}
    ) e
    JOIN mart.scope s USING (period, unit)
    JOIN places p USING (period, level, scope)
    JOIN mart.figure_item i USING (figure)
    GROUP BY p.place, i.number, e.middle