CREATE OR REPLACE TEMP TABLE ${table} AS
PIVOT (
    SELECT submission, ${subject} AS subject, ${operand} AS operand, value
    FROM ${cells}
    WHERE ${form}
)
ON operand IN (${names})
USING first(value)
GROUP BY submission, subject;
