CASE
    WHEN regexp_matches(${column}, '^''*[=+@\t\r-]') AND NOT regexp_full_match(${column}, '[-+]?[0-9.,%]*')
    THEN '''' || ${column}
    ELSE ${column}
END AS ${column}
