-- The other returns at which the rules look for a unit, in groups of which they need all or none. size: how many are in the
-- group.
CREATE OR REPLACE TEMP TABLE rule_look (
    unit VARCHAR, number INTEGER, job VARCHAR, source_unit VARCHAR, period VARCHAR, size BIGINT);
