-- A rejected file has the unit that its name or folder says, and the period where one of them says that. Without a period it
-- belongs to the last one that had ended when it came, by the clock of the job.
CREATE VIEW returns.placed AS
SELECT s.id AS submission, t.period
FROM returns.standing s
JOIN intake.job j USING (job)
JOIN intake.period t USING (job)
WHERE s.verdict = 'rejected' AND s.period IS NULL
    AND (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE > t.end_date
    AND (s.received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE <= (
        t.end_date + INTERVAL 1 DAY
        + to_months(CASE t.kind WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'half-year' THEN 6 ELSE 12 END)
        - INTERVAL 1 DAY)::DATE;

-- What became of each return that is owed. On time: the first acceptable revision came by the end of the due date, by
-- the clock of the job. standing says more than the state: a withdrawn return is among those returned, one that came after
-- the closing day among those rejected.
CREATE OR REPLACE VIEW returns.reporting_unit AS
WITH expected AS (
    SELECT e.*
    FROM returns.expected e
    JOIN returns.parameter p USING (job)
),
accepted AS (
    SELECT s.*, (s.first_received_at AT TIME ZONE 'UTC' AT TIME ZONE j.zone)::DATE AS first_day
    FROM returns.submission s
    JOIN returns.parameter p USING (job)
    JOIN intake.job j USING (job)
),
received AS (
    SELECT s.* REPLACE (coalesce(s.period, l.period) AS period)
    FROM returns.standing s
    JOIN returns.parameter p USING (job)
    LEFT JOIN returns.placed l ON l.submission = s.id
    WHERE s.verdict IN ('accepted', 'accepted_with_warnings', 'returned', 'rejected')
),
revisions AS (
    SELECT period, unit, count(*) AS revisions
    FROM received
    GROUP BY period, unit
),
-- Where nothing counts, the newest attempt says why.
refused AS (
    SELECT *,
        CASE standing WHEN 'withdrawn' THEN 'returned' WHEN 'after_close' THEN 'rejected' ELSE standing END AS state
    FROM received
    WHERE standing IN ('returned', 'rejected', 'withdrawn', 'after_close')
    QUALIFY row_number() OVER (
        PARTITION BY period, unit ORDER BY received_at DESC, file DESC, sha256 DESC) = 1
),
-- A zero return is a report: every number in it is 0, and there is at least one.
numbers AS (
    SELECT submission, bool_and(value = 0) AS zero
    FROM intake.observation
    SEMI JOIN accepted a ON a.id = submission
    WHERE value IS NOT NULL
    GROUP BY submission
),
found AS (
    SELECT submission,
        count(*) FILTER (lower(severity) = 'error') AS errors,
        count(*) FILTER (lower(severity) = 'warning') AS warnings
    FROM returns.finding
    SEMI JOIN received r ON r.id = submission
    GROUP BY submission
),
stated AS (
    SELECT
        e.period, e.unit, e.name, e.kind, e.position, e.due_date,
        CASE
            WHEN a.id IS NOT NULL AND a.first_day <= e.due_date THEN 'on_time'
            WHEN a.id IS NOT NULL THEN 'late'
            ELSE coalesce(r.state, 'missing')
        END AS state,
        CASE WHEN a.id IS NOT NULL THEN greatest(a.first_day - e.due_date, 0) END AS days_late,
        a.first_received_at,
        coalesce(a.received_at, r.received_at) AS received_at,
        coalesce(a.revision, r.revision) AS revision,
        coalesce(a.id, r.id) AS submission,
        coalesce(a.file, r.file) AS file,
        coalesce(a.sha256, r.sha256) AS sha256,
        a.id IS NOT NULL AS accepted,
        CASE WHEN a.id IS NOT NULL THEN 'counted' ELSE coalesce(r.standing, 'missing') END AS standing
    FROM expected e
    LEFT JOIN accepted a USING (period, unit)
    LEFT JOIN refused r USING (period, unit)
)
SELECT
    s.*,
    s.accepted AND coalesce(n.zero, false) AS zero,
    coalesce(c.revisions, 0) AS revisions,
    coalesce(f.errors, 0) AS errors,
    coalesce(f.warnings, 0) AS warnings
FROM stated s
LEFT JOIN revisions c USING (period, unit)
LEFT JOIN numbers n USING (submission)
LEFT JOIN found f USING (submission);

-- Division without floating point. DuckDB divides decimals as floating-point numbers; these divide integers. A number with up
-- to eight decimals is the integer of its hundred-millionths.
CREATE MACRO returns.hundred_millionths(number) AS (number::DECIMAL(38, 8) * 100000000)::HUGEINT;

-- Integers: over / under to twelve decimals, half up.
CREATE MACRO returns.twelve_decimals(over, under) AS
    (sign(over) * sign(under)
        * ((2 * abs(over) * 1000000000000::HUGEINT + abs(under)) // nullif(2 * abs(under), 0)))::DECIMAL(38, 0)
        * 0.000000000001::DECIMAL(13, 12);

-- numerator / denominator to twelve decimals, half up; no value where the denominator is 0 or either is missing. What would not
-- fit into integers of 38 digits is divided as a floating-point number.
CREATE MACRO returns.quotient(numerator, denominator) AS
    CASE
        WHEN abs(numerator::DOUBLE) < 5e17 AND abs(denominator::DOUBLE) < 5e17
            THEN returns.twelve_decimals(
                returns.hundred_millionths(numerator), returns.hundred_millionths(denominator))
        ELSE TRY_CAST(numerator::DOUBLE / nullif(denominator::DOUBLE, 0) AS DECIMAL(38, 12))
    END;

-- The numerator of the reduced fraction number / other, as an integer; of other / number its denominator.
CREATE MACRO returns.reduced(number, other) AS
    returns.hundred_millionths(number)
        // nullif(gcd(returns.hundred_millionths(number), returns.hundred_millionths(other)), 0);

-- numerator / denominator less base_numerator / base_denominator, rounded once: the difference of two rounded rates is not the
-- rounded difference. No value where either denominator is 0 or one of the four is missing.
CREATE MACRO returns.quotient_change(numerator, denominator, base_numerator, base_denominator) AS
    CASE
        WHEN denominator = 0 OR base_denominator = 0 THEN NULL
        WHEN greatest(
                abs(returns.reduced(numerator, denominator)::DOUBLE),
                abs(returns.reduced(denominator, numerator)::DOUBLE),
                abs(returns.reduced(base_numerator, base_denominator)::DOUBLE),
                abs(returns.reduced(base_denominator, base_numerator)::DOUBLE)) < 5e12
            THEN returns.twelve_decimals(
                returns.reduced(numerator, denominator) * returns.reduced(base_denominator, base_numerator)
                    - returns.reduced(base_numerator, base_denominator) * returns.reduced(denominator, numerator),
                returns.reduced(denominator, numerator) * returns.reduced(base_denominator, base_numerator))
        ELSE returns.quotient(numerator, denominator) - returns.quotient(base_numerator, base_denominator)
    END;

-- What quotients are put in order by: two that differ at all differ here, to thirty decimals; equal ones are equal. A count has
-- the denominator 1. Not for negative numbers; no value where the denominator is 0 or either is missing.
CREATE MACRO returns.quotient_order(numerator, denominator) AS
    CASE
        WHEN numerator IS NOT NULL AND denominator <> 0 THEN {
            'whole': returns.reduced(numerator, denominator) // returns.reduced(denominator, numerator),
            'first': returns.reduced(numerator, denominator) % returns.reduced(denominator, numerator)
                * 1000000000000000::HUGEINT // returns.reduced(denominator, numerator),
            'second': returns.reduced(numerator, denominator) % returns.reduced(denominator, numerator)
                * 1000000000000000::HUGEINT % returns.reduced(denominator, numerator)
                * 1000000000000000::HUGEINT // returns.reduced(denominator, numerator)}
    END;

-- The five reporting metrics, for every scope in which somebody owes a return.
CREATE OR REPLACE VIEW returns.reporting AS
WITH returned AS (
    FROM returns.reporting_unit
),
counted AS (
    SELECT
        r.period, s.level, s.scope, s.top,
        any_value(s.name_zh) AS name_zh,
        any_value(s.name_en) AS name_en,
        any_value(s.position) AS position,
        count(*) AS expected,
        count(*) FILTER (r.accepted) AS actual,
        count(*) FILTER (r.state = 'on_time') AS on_time,
        count(*) FILTER (r.state = 'late') AS late,
        count(*) FILTER (r.state = 'returned') AS returned,
        count(*) FILTER (r.state = 'rejected') AS rejected,
        count(*) FILTER (r.state = 'missing') AS missing,
        count(*) FILTER (r.zero) AS zero
    FROM returned r
    JOIN returns.scope_unit s USING (period, unit)
    GROUP BY r.period, s.level, s.scope, s.top
)
SELECT
    *,
    returns.quotient(actual, expected) AS rate,
    returns.quotient(on_time, expected) AS on_time_rate
FROM counted;
