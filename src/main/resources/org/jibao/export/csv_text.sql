CASE
    WHEN regexp_matches(${column}, ${formula}) AND NOT regexp_matches(${column}, ${figure})
    THEN '''' || ${column}
    ELSE ${column}
END AS ${column}
