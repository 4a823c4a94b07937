-- The registry: things, their types and groups. Attributes are JSON objects.
CREATE TABLE thing (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    thing_type TEXT,
    attributes TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE INDEX thing_by_type ON thing (account, region, thing_type, name);

-- What a list of things is filtered by; the same values as in thing.attributes.
CREATE TABLE thing_attribute (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    thing TEXT NOT NULL,
    attribute TEXT NOT NULL,
    attribute_value TEXT NOT NULL,
    PRIMARY KEY (account, region, thing, attribute)
) ${clustered};

CREATE INDEX thing_attribute_by_value ON thing_attribute (account, region, attribute, attribute_value, thing);

CREATE TABLE thing_type (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    description TEXT,
    searchable_attributes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    deprecated_at BIGINT,
    PRIMARY KEY (account, region, name)
) ${clustered};

-- lineage: the names from the root down to the group itself, each followed by a slash.
CREATE TABLE thing_group (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT,
    lineage TEXT NOT NULL,
    description TEXT,
    attributes TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE INDEX thing_group_by_parent ON thing_group (account, region, parent, name);
CREATE INDEX thing_group_by_lineage ON thing_group (account, region, lineage);

CREATE TABLE thing_group_member (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    thing_group TEXT NOT NULL,
    thing TEXT NOT NULL,
    PRIMARY KEY (account, region, thing_group, thing)
) ${clustered};

CREATE INDEX thing_group_member_by_thing ON thing_group_member (account, region, thing, thing_group);

CREATE TABLE thing_principal (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    certificate TEXT NOT NULL,
    thing TEXT NOT NULL,
    attachment_type TEXT NOT NULL,
    PRIMARY KEY (account, region, certificate, thing)
) ${clustered};

CREATE INDEX thing_principal_by_thing ON thing_principal (account, region, thing, certificate);
