-- Policies; the documents are the versions, of which default_version is in force.
CREATE TABLE policy (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    default_version INTEGER NOT NULL,
    last_version INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    generation_id TEXT NOT NULL,
    PRIMARY KEY (account, region, name)
);

CREATE INDEX policy_by_creation ON policy (account, region, created_at, name);

CREATE TABLE policy_version (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    policy TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, policy, version)
);

-- What policies are attached to: certificates and groups by ARN, Cognito identities by id.
CREATE TABLE policy_attachment (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    target TEXT NOT NULL,
    policy TEXT NOT NULL,
    kind TEXT NOT NULL,
    attached_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, target, policy)
) ${clustered};

CREATE INDEX policy_attachment_by_policy ON policy_attachment (account, region, policy, attached_at, target);
