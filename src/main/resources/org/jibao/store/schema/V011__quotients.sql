-- Exact division in a fraction of the time and memory. The engine writes a macro out wherever it is named, with all that its arguments
-- are: so each argument is named as seldom as can be. An integer divided by 0 has no value.

-- Integers: over / under to twelve decimals, half away from 0. Twice the quotient is cut off; half of that is rounded.
CREATE OR REPLACE MACRO returns.twelve_decimals(over, under) AS
    ((over * 2000000000000::HUGEINT // under)::DECIMAL(38, 0) * 0.0000000000005::DECIMAL(13, 13))::DECIMAL(38, 12);

-- numerator / denominator to twelve decimals, half up; no value where the denominator is 0 or either is missing. What would not
-- fit into integers of 38 digits is divided as a floating-point number.
CREATE OR REPLACE MACRO returns.quotient(numerator, denominator) AS
    CASE
        WHEN abs(numerator::DOUBLE) < 5e17 AND abs(denominator::DOUBLE) < 5e17
                AND abs(numerator::DOUBLE) < 5e24 * abs(denominator::DOUBLE)
            THEN returns.twelve_decimals(
                returns.hundred_millionths(numerator), returns.hundred_millionths(denominator))
        ELSE TRY_CAST(numerator::DOUBLE / nullif(denominator::DOUBLE, 0) AS DECIMAL(38, 12))
    END;

-- The numerator of the reduced fraction number / other, as an integer; of other / number its denominator.
CREATE OR REPLACE MACRO returns.reduced(number, other) AS
    returns.hundred_millionths(number)
        // gcd(returns.hundred_millionths(number), returns.hundred_millionths(other));

-- Whether a number has at most four decimals and is below 500 million, as nearly all of a return: then the products of two are exact.
CREATE MACRO returns.is_short(number) AS abs(number) < 500000000 AND TRY_CAST(number AS DECIMAL(38, 4)) = number;

CREATE MACRO returns.ten_thousandths(number) AS (number::DECIMAL(38, 4) * 10000)::HUGEINT;

-- numerator / denominator less base_numerator / base_denominator, rounded once: the difference of two rounded rates is not the
-- rounded difference. No value where either denominator is 0 or one of the four is missing. Other than short numbers are reduced first.
CREATE OR REPLACE MACRO returns.quotient_change(numerator, denominator, base_numerator, base_denominator) AS
    CASE
        WHEN NOT (denominator <> 0 AND base_denominator <> 0 AND numerator IS NOT NULL AND base_numerator IS NOT NULL)
            THEN NULL
        WHEN returns.is_short(numerator) AND returns.is_short(denominator)
                AND returns.is_short(base_numerator) AND returns.is_short(base_denominator)
            THEN returns.twelve_decimals(
                returns.ten_thousandths(numerator) * returns.ten_thousandths(base_denominator)
                    - returns.ten_thousandths(base_numerator) * returns.ten_thousandths(denominator),
                returns.ten_thousandths(denominator) * returns.ten_thousandths(base_denominator))
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

-- The digits of over / under, integers: those before the point, and twice fifteen after it.
CREATE MACRO returns.digits(over, under) AS {
    'whole': over // under,
    'first': over % under * 1000000000000000::HUGEINT // under,
    'second': over % under * 1000000000000000::HUGEINT % under * 1000000000000000::HUGEINT // under};

-- What quotients are put in order by: two that differ at all differ here, to thirty decimals; equal ones are equal. A count has
-- the denominator 1. Not for negative numbers; no value where the denominator is 0 or either is missing.
CREATE OR REPLACE MACRO returns.quotient_order(numerator, denominator) AS
    CASE
        WHEN NOT (numerator IS NOT NULL AND denominator <> 0) THEN NULL
        WHEN returns.is_short(numerator) AND returns.is_short(denominator)
            THEN returns.digits(returns.ten_thousandths(numerator), returns.ten_thousandths(denominator))
        ELSE returns.digits(returns.reduced(numerator, denominator), returns.reduced(denominator, numerator))
    END;
