,
-- What is counted of the entries, and in which returns: 0 where one has no such entry, nothing where it is not among them.
counted AS (
    ${counted}
),
filed AS (
    ${filed}
),
entered AS (
    SELECT
        submission, figure, dimension, item,
        max(value) FILTER (part = 'numerator') AS numerator, count(*) FILTER (part = 'numerator') AS numerators,
        max(value) FILTER (part = 'denominator') AS denominator, count(*) FILTER (part = 'denominator') AS denominators
    FROM counted
    GROUP BY submission, figure, dimension, item
)