-- The last eight quarters, the oldest first, with the coverage of each.
WITH recent AS (
    SELECT t.period
    FROM intake.period t
    JOIN returns.parameter p USING (job)
    WHERE t.period <= p.period
    ORDER BY t.period DESC
    LIMIT 8
),
figures AS (
    SELECT g.*
    FROM mart.figures g
    JOIN recent USING (period)
    WHERE g.top
)
SELECT
    period,
    max(numerator::BIGINT) FILTER (figure = 'reporting_rate') || '/' || max(expected) AS coverage,
    max(value) FILTER (figure = 'reporting_rate') AS reporting_rate,
    max(value) FILTER (figure = 'on_time_rate') AS on_time_rate,
    max(value) FILTER (figure = 'items') AS items,
    max(value) FILTER (figure = 'publications') AS publications,
    max(value) FILTER (figure = 'timely_rate') AS timely_rate,
    max(value) FILTER (figure = 'documents_rate') AS documents_rate,
    max(value) FILTER (figure = 'requests_received') AS requests_received,
    max(value) FILTER (figure = 'requests_handled') AS requests_handled,
    max(value) FILTER (figure = 'requests_open') AS requests_open,
    max(value) FILTER (figure = 'disclosure_rate') AS disclosure_rate,
    max(value) FILTER (figure = 'cases_received') AS cases_received,
    max(value) FILTER (figure = 'reply_rate') AS reply_rate,
    max(value) FILTER (figure = 'in_time_rate') AS in_time_rate,
    max(value) FILTER (figure = 'closing_rate') AS closing_rate,
    max(value) FILTER (figure = 'early_rate') AS early_rate,
    max(value) FILTER (figure = 'satisfaction_rate') AS satisfaction_rate,
    max(value) FILTER (figure = 'days_taken') AS days_taken,
    max(value) FILTER (figure = 'disputes') AS disputes
FROM figures
GROUP BY period
ORDER BY period
