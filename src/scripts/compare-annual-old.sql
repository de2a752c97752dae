-- The cells of annual_cells that are figures, one number a row by the name it has in mart.figure, and every row of annual_quarters.
WITH cells AS (
    SELECT period, level, scope, form, "row", "column", value, reported, expected, concat_ws('.', "row", "column") AS cell
    FROM mart.annual_cells
),
named AS (
    SELECT *, "row" || if(form = 'annual_documents', '_' || "column", '') AS figure, '' AS dimension, '' AS item
    FROM cells
    WHERE form IN ('annual_documents', 'annual_decisions', 'annual_fees')
    UNION ALL
    SELECT *, 'requests_received', if("column" = 'total', '', 'applicant'), if("column" = 'total', '', "column")
    FROM cells
    WHERE form = 'annual_requests' AND "row" = 'received'
    UNION ALL
    SELECT *, if("row" = 'total', 'requests_handled', if("row" = 'carried_in', 'requests_carried_in', 'requests_open')), '', ''
    FROM cells
    WHERE form = 'annual_requests' AND cell IN ('carried_in.total', 'total.total', 'carried_out.total')
    UNION ALL
    SELECT *, 'requests_handled', 'outcome', "row"
    FROM cells
    WHERE form = 'annual_requests' AND cell IN ('granted.total', 'partly_granted.total')
    UNION ALL
    SELECT *, replace("column", '_total', ''), '', ''
    FROM cells
    WHERE form = 'annual_disputes' AND "column" LIKE '%_total'
    UNION ALL
    SELECT *, 'disputes', 'dispute', replace("column", '_total', '')
    FROM cells
    WHERE form = 'annual_disputes' AND "column" LIKE '%_total'
    UNION ALL
    SELECT *, 'disputes', 'result', "column"
    FROM cells
    WHERE form = 'annual_disputes' AND "column" NOT LIKE '%_total'
),
groups AS (
    SELECT period, level, scope, 'requests_handled', 'outcome',
        CASE WHEN "row" IN ('lapsed_correction', 'lapsed_fee', 'other_handling') THEN 'otherwise' ELSE string_split("row", '_')[1] END,
        'value', sum(value)::TEXT
    FROM cells
    WHERE form = 'annual_requests' AND "column" = 'total'
        AND ("row" IN ('lapsed_correction', 'lapsed_fee', 'other_handling') OR regexp_matches("row", '^(refused|unavailable|declined)_'))
    GROUP BY ALL
    UNION ALL
    SELECT period, level, scope, 'disputes', '', '', 'value', sum(value)::TEXT
    FROM cells
    WHERE form = 'annual_disputes' AND "column" LIKE '%_total'
    GROUP BY ALL
    UNION ALL
    SELECT period, level, scope, 'disclosure_rate', '', '', 'numerator', sum(value)::TEXT
    FROM cells
    WHERE form = 'annual_requests' AND cell IN ('granted.total', 'partly_granted.total')
    GROUP BY ALL
    UNION ALL
    SELECT period, level, scope, 'disclosure_rate', '', '', 'denominator', value::TEXT
    FROM cells
    WHERE form = 'annual_requests' AND cell = 'total.total'
),
numbers AS (
    SELECT period, level, scope, figure, dimension, item, unnest(['value', 'reported', 'expected']) AS attribute,
        unnest([value::TEXT, reported::TEXT, expected::TEXT]) AS number
    FROM named
    UNION ALL
    FROM groups
)
SELECT DISTINCT * REPLACE (number::DECIMAL(38, 4)::TEXT AS number)
FROM numbers
WHERE number IS NOT NULL
    -- Of the parts of single units mart.figure_operand has the numerator.
    AND NOT (level = 'unit' AND dimension <> '' AND attribute = 'expected')
UNION ALL
SELECT period, unit, name, kind, position::TEXT, "row", standing, concat_ws('/', coalesce(annual::DECIMAL(38, 4)::TEXT, 'none'),
    coalesce(quarterly::DECIMAL(38, 4)::TEXT, 'none'), quarters::TEXT, needed::TEXT)
FROM mart.annual_quarters
