SELECT * FROM mart.${view} WHERE ${only} ORDER BY ALL
