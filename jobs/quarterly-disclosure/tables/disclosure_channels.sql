SELECT
    channel, channel_zh, channel_en, publications, share, year_to_date, quarters_in || '/' || quarters AS quarters,
    previous, change_previous, last_year, change_last_year, reported || '/' || expected AS coverage
FROM mart.channels c
JOIN returns.parameter p USING (period)
WHERE c.top
ORDER BY channel_position
