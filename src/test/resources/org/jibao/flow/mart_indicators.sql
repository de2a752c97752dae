-- Every indicator of the mart's top scope by the name of the cell it is the total of.
WITH items AS (
    SELECT period, 'proactive' AS form, category AS "row", unnest(['new_items', 'within_20_days']) AS "column",
        unnest([items, timely]) AS value
    FROM mart.disclosure
    WHERE top
),
publications AS (
    SELECT period, 'channels', channel, 'publications', publications
    FROM mart.channels
    WHERE top
),
documents AS (
    SELECT period, 'documents', unnest(['issued', 'disclosed']), 'documents', unnest([issued, disclosed])
    FROM mart.documents
    WHERE top
),
requests AS (
    SELECT period, 'requests', "row", "column", requests
    FROM mart.requests
    WHERE top
),
responses AS (
    SELECT period, 'responses', case_kind,
        unnest(['received', 'valid', 'answered_in_time', 'answered_late', 'closed', 'closed_early', 'satisfied', 'rated']),
        unnest([received, valid, answered_in_time, answered_late, closed, closed_early, satisfied, rated])
    FROM mart.responses
    WHERE top
),
disputes AS (
    SELECT period, 'disputes', 'cases',
        dispute || '_' || unnest(['upheld', 'corrected', 'other', 'pending', 'total']),
        unnest([upheld, corrected, otherwise, pending, cases])
    FROM mart.disputes
    WHERE top AND dispute <> 'all'
)
SELECT * REPLACE (value::DECIMAL(38, 4) AS value)
FROM (
    FROM items UNION ALL FROM publications UNION ALL FROM documents UNION ALL FROM requests UNION ALL FROM responses
    UNION ALL FROM disputes
)
WHERE value IS NOT NULL
