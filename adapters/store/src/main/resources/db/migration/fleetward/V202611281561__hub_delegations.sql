-- Whom the management account of an organization, which account is, made its administrator in a region.
CREATE TABLE hub_delegation (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    administrator TEXT NOT NULL,
    auto_enable INTEGER NOT NULL,
    auto_enable_standards INTEGER NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};

CREATE UNIQUE INDEX hub_delegation_administrator ON hub_delegation (administrator, region);
