    SELECT m.*, s.id AS submission, t.number AS period_number, t.year AS period_year, t.start_date AS period_start, t.end_date AS period_end
    FROM (
        SELECT COLUMNS(lambda c: c NOT IN ('submission', 'period_number', 'period_year', 'period_start', 'period_end'))
        FROM mart.${metric}
    ) m
    JOIN returns.parameter p ON TRUE
    JOIN returns.submission s ON (s.job, s.period, s.unit) = (p.job, m.period, m.unit)
    JOIN intake.period t ON (t.job, t.period) = (s.job, s.period)