-- Expressions as DuckDB's own parser sees them, never run: one row a node of each tree; for each expression first a row on the statement
-- as a whole, which must be one SELECT of one expression and nothing else; or one row with the parser's complaint. All of them in one
-- statement: to plan this takes ten times as long as to parse an expression.
WITH written AS (
    SELECT unnest(range(1, len(statements) + 1)) AS expression, unnest(statements) AS statement
    FROM (SELECT [
${statements}
    ]::VARCHAR[] AS statements)
),
parsed AS (
    SELECT expression, json_serialize_sql(statement) AS tree
    FROM written
),
node AS (
    SELECT p.expression, t.fullkey AS place, t.value AS node
    FROM parsed p, json_tree(p.tree) t
    WHERE t.type = 'OBJECT' AND (t.value ->> '$.class') IS NOT NULL
),
-- Those with a node beside the expression that is selected.
more AS (
    SELECT DISTINCT expression
    FROM node
    WHERE NOT starts_with(place, '$.statements[0].node.select_list[0]')
)
SELECT
    p.expression,
    0 AS number,
    CASE
        WHEN (tree ->> '$.error') = 'true' THEN 'ERROR'
        WHEN json_array_length(tree -> '$.statements') = 1
            AND (tree ->> '$.statements[0].node.type') = 'SELECT_NODE'
            AND (tree ->> '$.statements[0].node.from_table.type') = 'EMPTY'
            AND json_array_length(tree -> '$.statements[0].node.select_list') = 1
            AND (tree ->> '$.statements[0].node.sample') IS NULL
            AND p.expression NOT IN (SELECT expression FROM more)
        THEN 'STATEMENT'
        ELSE 'OTHER'
    END AS class,
    '' AS type,
    coalesce(tree ->> '$.error_message', '') AS name,
    TRUE AS plain
FROM parsed p
UNION ALL
SELECT
    expression,
    row_number() OVER (PARTITION BY expression ORDER BY place),
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
ORDER BY expression, number;
