SELECT
    dispute_zh, dispute_en, upheld, corrected, otherwise, pending, cases, correction_numerator, correction_denominator,
    correction_rate, reported || '/' || expected AS coverage
FROM mart.disputes d
JOIN returns.parameter p USING (period)
WHERE d.top
ORDER BY dispute_position
