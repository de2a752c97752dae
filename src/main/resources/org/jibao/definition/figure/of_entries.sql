
    UNION ALL
    SELECT e.period, s.level, s.scope, i.number, ${function}(e.value)::DECIMAL(38, 8), NULL, count(DISTINCT e.unit)
    FROM (
        SELECT period, unit, ${field} AS value
        FROM (
            ${entries}
        )
        WHERE ${field} IS NOT NULL AND (${where}
        )
    ) e
    JOIN mart.scope s USING (period, unit)
    JOIN mart.figure_item i ON i.figure = ${figure}
    GROUP BY e.period, s.level, s.scope, i.number