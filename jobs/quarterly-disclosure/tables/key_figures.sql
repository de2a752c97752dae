-- The leaders' figures, each with its coverage: how many of the units that owe a return are in it.
WITH here AS (
    SELECT w.*
    FROM mart.figure_words w
    JOIN returns.parameter p USING (period)
    JOIN mart.figure f USING (figure)
    WHERE f.leaders
)
SELECT
    figure, zh AS label_zh, en AS label_en, value_text,
    -- A percentage already carries its sign.
    CASE WHEN format = 'rate' THEN '' ELSE unit_zh END AS unit_zh, CASE WHEN format = 'rate' THEN '' ELSE unit_en END AS unit_en,
    previous_short_zh AS change_previous_zh, previous_short_en AS change_previous_en,
    last_year_short_zh AS change_last_year_zh, last_year_short_en AS change_last_year_en,
    year_to_date_text || '（' || quarters_in || '/' || quarters || '季）' AS year_to_date_zh,
    year_to_date_text || ' (' || quarters_in || ' of ' || quarters || ' quarters)' AS year_to_date_en,
    reported || '/' || expected AS coverage,
    format, value, numerator, denominator
FROM here
ORDER BY position
