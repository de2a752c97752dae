-- An expression as DuckDB's own parser sees it, never run: one row a node of its tree; first a row on the statement as a
-- whole, which must be one SELECT of one expression and nothing else; or one row with the parser's complaint.
WITH parsed AS (
    SELECT json_serialize_sql(${statement}) AS tree
),
node AS (
    SELECT t.fullkey AS place, t.value AS node
    FROM parsed, json_tree(parsed.tree) t
    WHERE t.type = 'OBJECT' AND (t.value ->> '$.class') IS NOT NULL
)
SELECT
    0 AS number,
    CASE
        WHEN (tree ->> '$.error') = 'true' THEN 'ERROR'
        WHEN json_array_length(tree -> '$.statements') = 1
            AND (tree ->> '$.statements[0].node.type') = 'SELECT_NODE'
            AND (tree ->> '$.statements[0].node.from_table.type') = 'EMPTY'
            AND json_array_length(tree -> '$.statements[0].node.select_list') = 1
            AND (tree ->> '$.statements[0].node.sample') IS NULL
            AND NOT EXISTS (FROM node WHERE NOT starts_with(place, '$.statements[0].node.select_list[0]'))
        THEN 'STATEMENT'
        ELSE 'OTHER'
    END AS class,
    '' AS type,
    coalesce(tree ->> '$.error_message', '') AS name,
    TRUE AS plain
FROM parsed
UNION ALL
SELECT
    row_number() OVER (ORDER BY place),
    node ->> '$.class',
    node ->> '$.type',
    coalesce(
        node ->> '$.function_name',
        node ->> '$.type_name',
        array_to_string((node -> '$.column_names')::VARCHAR[], '.'),
        ''),
    (node ->> '$.filter') IS NULL
        AND coalesce(node ->> '$.distinct', 'false') = 'false'
        AND coalesce(json_array_length(node -> '$.order_bys.orders'), 0) = 0
        AND coalesce(json_array_length(node -> '$.qualified_name.path'), 1) = 1
        AND coalesce(node ->> '$.schema', '') = ''
FROM node
ORDER BY number;
