-- What a published summary said its figures would be about with the units that were missing, so that a later one can say what came.
CREATE TABLE intake.published_estimate (
    publication BIGINT, scope VARCHAR, figure VARCHAR, estimate DECIMAL(38, 12), low DECIMAL(38, 12), high DECIMAL(38, 12),
    reported BIGINT, expected BIGINT, estimated BIGINT);
