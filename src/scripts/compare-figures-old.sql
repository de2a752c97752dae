-- Every figure of the tables that metrics/*.sql made by hand before figures.yaml, one number a row, by the name it has in mart.figure.
WITH figures AS (
    SELECT period, level, scope, figure, '' AS dimension, '' AS item,
        unnest(['value', 'numerator', 'denominator', 'reported', 'expected', 'previous', 'previous_reported', 'last_year',
            'last_year_reported', 'change_previous', 'change_last_year', 'year_to_date', 'periods_in', 'periods_due']) AS attribute,
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, reported::TEXT, expected::TEXT, previous::TEXT,
            previous_reported::TEXT, last_year::TEXT, last_year_reported::TEXT, change_previous::TEXT, change_last_year::TEXT,
            year_to_date::TEXT, quarters_in::TEXT, quarters::TEXT]) AS number
    FROM mart.figures
),
disclosure AS (
    SELECT period, level, scope, 'items', if(category = 'total', '', 'category'), if(category = 'total', '', category),
        unnest(['value', 'reported', 'expected', 'share', 'previous', 'last_year', 'change_previous', 'change_last_year', 'year_to_date',
            'periods_in', 'periods_due']),
        unnest([items::TEXT, reported::TEXT, expected::TEXT, if(category = 'total', NULL, share)::TEXT, previous::TEXT,
            last_year::TEXT, change_previous::TEXT, change_last_year::TEXT, year_to_date::TEXT, quarters_in::TEXT,
            quarters::TEXT])
    FROM mart.disclosure
    WHERE level <> 'unit' OR items IS NOT NULL
    UNION ALL
    SELECT period, level, scope, 'timely_rate', if(category = 'total', '', 'category'), if(category = 'total', '', category),
        unnest(['value', 'numerator', 'denominator']), unnest([timely_rate::TEXT, timely::TEXT, timely_base::TEXT])
    FROM mart.disclosure
),
channels AS (
    SELECT period, level, scope, 'publications', if(channel = 'total', '', 'channel'), if(channel = 'total', '', channel),
        unnest(['value', 'reported', 'expected', 'share', 'previous', 'last_year', 'change_previous', 'change_last_year', 'year_to_date',
            'periods_in', 'periods_due']),
        unnest([publications::TEXT, reported::TEXT, expected::TEXT, if(channel = 'total', NULL, share)::TEXT, previous::TEXT,
            last_year::TEXT, change_previous::TEXT, change_last_year::TEXT, year_to_date::TEXT, quarters_in::TEXT,
            quarters::TEXT])
    FROM mart.channels
    WHERE level <> 'unit' OR publications IS NOT NULL
),
documents AS (
    SELECT period, level, scope, 'documents_rate', '', '',
        unnest(['value', 'numerator', 'denominator', 'reported']), unnest([rate::TEXT, disclosed::TEXT, issued::TEXT, reported::TEXT])
    FROM mart.documents
),
timeliness AS (
    SELECT period, level, scope, 'register_dated', '', '',
        unnest(['numerator', 'denominator']), unnest([entries_with_both_dates::TEXT, entries::TEXT])
    FROM mart.timeliness
),
requests AS (
    SELECT period, level, scope,
        unnest(['requests_received', 'requests_carried_in', 'requests_to_handle', 'requests_handled', 'requests_open', 'accounted']),
        '', '', 'numerator',
        unnest([received::TEXT, carried_in::TEXT, to_handle::TEXT, handled::TEXT, carried_out::TEXT, accounted::TEXT])
    FROM mart.request_rates
    UNION ALL
    SELECT period, level, scope, 'requests_handled', 'outcome',
        unnest(['granted', 'partly_granted', 'refused', 'unavailable', 'declined', 'otherwise']), 'value',
        unnest([granted::TEXT, partly_granted::TEXT, refused::TEXT, unavailable::TEXT, declined::TEXT, otherwise::TEXT])
    FROM mart.request_rates
    UNION ALL
    SELECT period, level, scope, 'disclosure_rate', '', '',
        unnest(['value', 'numerator', 'denominator', 'reported']),
        unnest([disclosure_rate::TEXT, disclosed::TEXT, disclosed_base::TEXT, reported::TEXT])
    FROM mart.request_rates
),
kinds AS (
    SELECT *, if(case_kind = 'total', '', 'kind') AS dimension, if(case_kind = 'total', '', case_kind) AS item
    FROM mart.responses
),
responses AS (
    SELECT period, level, scope,
        unnest(['cases_received', 'cases_valid', 'cases_excluded', 'cases_in_time', 'cases_late', 'cases_unanswered', 'cases_closed',
            'reply_rate', 'in_time_rate', 'closing_rate', 'early_rate', 'satisfaction_rate', 'days_taken', 'days_promised',
            'days_statutory']),
        dimension, item, 'value',
        unnest([received::TEXT, valid::TEXT, excluded::TEXT, answered_in_time::TEXT, answered_late::TEXT, unanswered::TEXT,
            closed::TEXT, reply_rate::TEXT, in_time_rate::TEXT, closing_rate::TEXT, early_rate::TEXT, satisfaction_rate::TEXT,
            days_taken::TEXT, days_promised::TEXT, days_statutory::TEXT])
    FROM kinds
    UNION ALL
    SELECT period, level, scope,
        unnest(['reply_rate', 'in_time_rate', 'closing_rate', 'early_rate', 'satisfaction_rate', 'days_taken', 'days_promised',
            'days_statutory']),
        dimension, item, 'numerator',
        unnest([reply_numerator::TEXT, in_time_numerator::TEXT, closing_numerator::TEXT, early_numerator::TEXT,
            satisfaction_numerator::TEXT, days_taken_numerator::TEXT, days_promised_numerator::TEXT,
            days_statutory_numerator::TEXT])
    FROM kinds
    UNION ALL
    SELECT period, level, scope,
        unnest(['reply_rate', 'in_time_rate', 'closing_rate', 'early_rate', 'satisfaction_rate', 'days_taken', 'days_promised',
            'days_statutory']),
        dimension, item, 'denominator',
        unnest([reply_denominator::TEXT, in_time_denominator::TEXT, closing_denominator::TEXT, early_denominator::TEXT,
            satisfaction_denominator::TEXT, days_taken_denominator::TEXT, days_promised_denominator::TEXT,
            days_statutory_denominator::TEXT])
    FROM kinds
    UNION ALL
    SELECT period, level, scope, 'cases_received', dimension, item, 'reported', reported::TEXT
    FROM kinds
    WHERE reported > 0
    UNION ALL
    SELECT period, level, scope, unnest(['early_rate', 'satisfaction_rate', 'satisfaction_rate']), dimension, item,
        unnest(['parts of closed_early', 'parts of satisfied', 'parts of rated']),
        unnest([closed_early::TEXT, satisfied::TEXT, rated::TEXT])
    FROM kinds
),
groups AS (
    SELECT *, if(dispute = 'all', '', 'dispute') AS dimension, if(dispute = 'all', '', dispute) AS item
    FROM mart.disputes
),
disputes AS (
    SELECT period, level, scope, 'disputes', dimension, item, 'value', cases::TEXT
    FROM groups
    UNION ALL
    SELECT period, level, scope, 'disputes', dimension, item, 'reported', reported::TEXT
    FROM groups
    WHERE reported > 0
    UNION ALL
    SELECT period, level, scope, 'disputes', 'result', dispute || unnest(['_upheld', '_corrected', '_other', '_pending']), 'value',
        unnest([upheld::TEXT, corrected::TEXT, otherwise::TEXT, pending::TEXT])
    FROM groups
    UNION ALL
    SELECT period, level, scope, 'correction_rate', dimension, item, unnest(['value', 'numerator', 'denominator']),
        unnest([correction_rate::TEXT, correction_numerator::TEXT, correction_denominator::TEXT])
    FROM groups
),
requests_grid AS (
    SELECT period, 'top', 'top', 'requests', "row", "column", 'cell', requests::TEXT
    FROM mart.requests
    JOIN returns.parameter p USING (period)
    WHERE top
),
request_clock AS (
    SELECT period, level, scope,
        unnest(['register_requests', 'register_in_time_rate', 'register_median_days', 'register_mean_days', 'register_longest_days']),
        '', '', 'value',
        unnest([requests::TEXT, in_time_rate::TEXT, median_days::TEXT, mean_days::TEXT, longest_days::TEXT])
    FROM mart.request_timeliness
    UNION ALL
    SELECT period, level, scope, unnest(['register_in_time_rate', 'register_in_time_rate', 'register_requests', 'register_requests']),
        '', '', unnest(['numerator', 'denominator', 'reported', 'expected']),
        unnest([in_time::TEXT, due::TEXT, reported::TEXT, expected::TEXT])
    FROM mart.request_timeliness
    UNION ALL
    SELECT period, level, scope, 'register_requests', 'standing',
        unnest(['in_time', 'late', 'overdue', 'open', 'awaiting_correction', 'withdrawn', 'unclear']), 'value',
        unnest([in_time::TEXT, late::TEXT, overdue::TEXT, not_yet_due::TEXT, awaiting_correction::TEXT, withdrawn::TEXT,
            unclear::TEXT])
    FROM mart.request_timeliness
),
cases AS (
    SELECT *, if(kind = 'total', '', 'kind') AS dimension, if(kind = 'total', '', kind) AS item
    FROM mart.message_timeliness
),
message_clock AS (
    SELECT period, level, scope,
        unnest(['messages', 'messages_valid', 'messages_in_time', 'messages_late', 'messages_overdue', 'messages_open',
            'messages_without_limit', 'messages_closed', 'messages_in_time_rate', 'messages_early_rate', 'messages_satisfaction_rate',
            'messages_mean_days', 'messages_mean_promise', 'messages_mean_statutory']),
        dimension, item, 'value',
        unnest([received::TEXT, valid::TEXT, in_time::TEXT, late::TEXT, overdue::TEXT, not_yet_due::TEXT, without_limit::TEXT,
            closed::TEXT, in_time_rate::TEXT, early_rate::TEXT, satisfaction_rate::TEXT, mean_days::TEXT, mean_promise::TEXT,
            mean_statutory::TEXT])
    FROM cases
    UNION ALL
    SELECT period, level, scope,
        unnest(['messages_in_time_rate', 'messages_early_rate', 'messages_early_rate', 'messages_satisfaction_rate',
            'messages_satisfaction_rate']),
        dimension, item, unnest(['denominator', 'numerator', 'denominator', 'numerator', 'denominator']),
        unnest([due::TEXT, early::TEXT, closed::TEXT, satisfied::TEXT, rated::TEXT])
    FROM cases
    UNION ALL
    SELECT period, level, scope, 'messages', '', '', 'reported', reported::TEXT
    FROM cases
    WHERE kind = 'total'
),
ranking AS (
    SELECT period, 'rank', unit, figure, '', coalesce(unranked_because, ''),
        unnest(['value', 'numerator', 'denominator', 'minimum', 'rank', 'rank_in_kind']),
        unnest([value::TEXT, numerator::TEXT, denominator::TEXT, minimum::TEXT, rank::TEXT, rank_in_kind::TEXT])
    FROM mart.ranking
)
SELECT DISTINCT * REPLACE (number::DECIMAL(38, 12) AS number)
FROM (
    FROM figures UNION ALL FROM disclosure UNION ALL FROM channels UNION ALL FROM documents UNION ALL FROM timeliness
    UNION ALL FROM requests UNION ALL FROM responses UNION ALL FROM disputes UNION ALL FROM requests_grid UNION ALL FROM request_clock
    UNION ALL FROM message_clock UNION ALL FROM ranking
)
WHERE number IS NOT NULL AND NOT (dimension <> '' AND attribute IN ('reported', 'periods_in') AND number::DECIMAL(38, 12) = 0)
    -- Of the parts of single units mart.figure_operand has numerator and denominator.
    AND NOT (level = 'unit' AND dimension <> '' AND attribute IN ('expected', 'previous', 'last_year', 'change_previous',
        'change_last_year', 'year_to_date', 'periods_in', 'periods_due'))
ORDER BY ALL
