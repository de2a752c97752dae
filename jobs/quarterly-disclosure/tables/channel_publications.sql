-- The channels without their total, for the chart.
SELECT channel_zh, channel_en, publications, previous
FROM mart.channels c
JOIN returns.parameter p USING (period)
WHERE c.top AND c.channel <> 'total' AND (c.publications IS NOT NULL OR c.previous IS NOT NULL)
ORDER BY channel_position
