-- The insights that people made.
CREATE TABLE insight (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    arn TEXT NOT NULL,
    name TEXT NOT NULL,
    filters TEXT NOT NULL,
    group_by TEXT NOT NULL,
    PRIMARY KEY (account, region, arn)
) ${clustered};

-- What findings have in common, and how many findings do; kinds are numbered from 1 in each account and region.
CREATE TABLE finding_kind (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    kind INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    sketch TEXT NOT NULL,
    findings BIGINT NOT NULL,
    PRIMARY KEY (account, region, kind),
    UNIQUE (account, region, fingerprint)
) ${clustered};

-- Null until a finding that is older than kinds changes next.
ALTER TABLE finding ADD COLUMN kind INTEGER;
ALTER TABLE finding_resource ADD COLUMN kind INTEGER;

-- Counts by rule and title are read off the index.
CREATE INDEX finding_by_kind ON finding (account, region, kind, generator_id, title);
