
    UNION ALL
    SELECT e.period, s.level, s.scope, ${figure}, '', '', ${function}(e.value)::DECIMAL(38, 8), NULL, count(DISTINCT e.unit)
    FROM (
        SELECT period, unit, ${field} AS value
        FROM (
            ${entries}
        )
        WHERE ${field} IS NOT NULL AND (${where}
        )
    ) e
    JOIN mart.scope s USING (period, unit)
    GROUP BY e.period, s.level, s.scope