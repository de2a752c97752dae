-- The job folders whose roster, labels and views stand in this store, each with the digest of the folder as last written.
CREATE TABLE intake.job (job VARCHAR, digest VARCHAR);
