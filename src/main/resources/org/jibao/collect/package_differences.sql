-- $1 job, $2 period, $3 as of: of each package that holds and is still to be compared, how many of its figures are not those computed here,
-- and the first of them.
WITH different AS (
    SELECT h.package, h.office, h.scope, h.figure, h.value AS theirs, o.value AS ours, o.figure_zh, o.figure_en, o.name_zh, o.name_en,
        o.position
    FROM intake.handed_figures($1, $2, $3) h
    JOIN (SELECT * FROM returns.figure_of_record WHERE period = $2) o USING (scope, figure)
    WHERE h.value IS DISTINCT FROM o.value
)
SELECT d.package, d.office, d.name_zh, d.name_en, d.figure_zh, d.figure_en, coalesce(d.theirs::VARCHAR, '—') AS theirs,
    coalesce(d.ours::VARCHAR, '—') AS ours, count(*) OVER (PARTITION BY d.package) AS times
FROM different d
JOIN intake.package k ON k.submission = d.package AND NOT k.compared
QUALIFY row_number() OVER (PARTITION BY d.package ORDER BY d.position) = 1
ORDER BY d.package
