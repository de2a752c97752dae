-- What is judged after the metrics, empty until it is: see decisions 0068. None of it is in a figure or a verdict.
CREATE OR REPLACE TABLE mart.unlikely (
    period VARCHAR, unit VARCHAR, name VARCHAR, submission BIGINT, form VARCHAR, "row" VARCHAR, "column" VARCHAR, label_zh VARCHAR,
    label_en VARCHAR, sheet VARCHAR, cell VARCHAR, raw VARCHAR, value DECIMAL(18, 4), expected DECIMAL(18, 4), low DECIMAL(18, 4),
    high DECIMAL(18, 4), compared INTEGER, slip VARCHAR, slip_value DECIMAL(18, 4), surprise DOUBLE, fingerprint VARCHAR,
    explanation VARCHAR);
CREATE OR REPLACE TABLE mart.estimate_unit (
    period VARCHAR, unit VARCHAR, figure VARCHAR, dimension VARCHAR, item VARCHAR, numerator DECIMAL(38, 8), denominator DECIMAL(38, 8),
    basis VARCHAR);
CREATE OR REPLACE TABLE mart.estimate (
    period VARCHAR, level VARCHAR, scope VARCHAR, figure VARCHAR, dimension VARCHAR, item VARCHAR, counted DECIMAL(38, 12),
    estimate DECIMAL(38, 12), low DECIMAL(38, 12), high DECIMAL(38, 12), reported BIGINT, expected BIGINT, estimated BIGINT,
    basis VARCHAR);
CREATE OR REPLACE TABLE mart.open (
    period VARCHAR, position INTEGER, kind VARCHAR, state VARCHAR, unit VARCHAR, name VARCHAR, fingerprint VARCHAR, figure VARCHAR,
    figure_zh VARCHAR, figure_en VARCHAR, effect DOUBLE, covered DOUBLE);
