-- Requests by outcome, and 公开率 = (granted + partly granted) / all handled.
WITH totals AS (
    SELECT g.period, g.unit, g."row", g.value
    FROM returns.requests g
    JOIN returns.parameter p USING (job)
    WHERE g."column" = 'total'
),
-- Turned here and not taken from returns.requests_by_column, which would turn all seven columns to use one.
handled AS (
    SELECT *
    FROM (
        PIVOT totals
        ON "row" IN (
            'received', 'carried_in', 'granted', 'partly_granted',
            'refused_secret', 'refused_law', 'refused_stability', 'refused_third_party', 'refused_internal',
            'refused_process', 'refused_case_file', 'refused_query',
            'unavailable_not_held', 'unavailable_to_be_made', 'unavailable_unclear',
            'declined_petition', 'declined_repeated', 'declined_publication', 'declined_abusive', 'declined_confirmation',
            'lapsed_correction', 'lapsed_fee', 'other_handling', 'total', 'carried_out')
        USING max(value)
        GROUP BY period, unit
    )
),
-- Adding with + keeps a return out of a sum of rows of which it lacks one, for nothing is filled in by guess.
grouped AS (
    SELECT
        period, unit, received, carried_in, carried_out, "total" AS handled, granted, partly_granted,
        received + carried_in AS to_handle,
        "total" + carried_out AS accounted,
        granted + partly_granted AS disclosed,
        refused_secret + refused_law + refused_stability + refused_third_party + refused_internal + refused_process
            + refused_case_file + refused_query AS refused,
        unavailable_not_held + unavailable_to_be_made + unavailable_unclear AS unavailable,
        declined_petition + declined_repeated + declined_publication + declined_abusive + declined_confirmation
            AS declined,
        lapsed_correction + lapsed_fee + other_handling AS otherwise
    FROM handled
),
summed AS (
    SELECT
        g.period, s.level, s.scope,
        sum(received) AS received, sum(carried_in) AS carried_in, sum(to_handle) AS to_handle,
        sum(handled) AS handled, sum(carried_out) AS carried_out, sum(accounted) AS accounted,
        sum(granted) AS granted, sum(partly_granted) AS partly_granted, sum(refused) AS refused,
        sum(unavailable) AS unavailable, sum(declined) AS declined, sum(otherwise) AS otherwise,
        sum(disclosed) FILTER (handled IS NOT NULL) AS disclosed,
        sum(handled) FILTER (disclosed IS NOT NULL) AS disclosed_base,
        count(*) FILTER (handled IS NOT NULL AND disclosed IS NOT NULL) AS reported
    FROM grouped g
    JOIN mart.scope s USING (period, unit)
    GROUP BY g.period, s.level, s.scope
)
SELECT
    r.period, r.level, r.scope, r.top,
    s.* EXCLUDE (period, level, scope, reported),
    returns.quotient(s.disclosed, s.disclosed_base) AS disclosure_rate,
    coalesce(s.reported, 0) AS reported, r.expected
FROM mart.reporting r
LEFT JOIN summed s USING (period, level, scope)
