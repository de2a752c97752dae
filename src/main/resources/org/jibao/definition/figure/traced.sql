
    UNION ALL
    SELECT
        e.period, ${figure}, ${dimension}, ${item}, ${part}, e.unit, e.sheet, e."row" || ':' || e."row", NULL, 'value', 1, ${value}
    FROM ${register} e
    WHERE (${where}
    )