-- What stands in other returns, by the return that is held against it, the number of the figure and what the rule goes
-- through; with how it came about.
CREATE OR REPLACE TEMP TABLE rule_other (
    submission BIGINT, number INTEGER, subject VARCHAR, value DECIMAL(38, 4), detail_zh VARCHAR, detail_en VARCHAR);
