-- What is counted: one row a declared figure, in the order of figures.yaml.
SELECT position, figure, label_zh, label_en, unit_zh, unit_en, format, kind, quotient, adds, better::VARCHAR AS better,
    target_operator::VARCHAR AS target_operator,
    target::DECIMAL(38, 12) AS target, minimum::INTEGER AS minimum, headline
FROM (VALUES
${rows}
) AS t (position, figure, label_zh, label_en, unit_zh, unit_en, format, kind, quotient, adds, better, target_operator,
    target, minimum, headline)
