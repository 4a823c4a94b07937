-- Whether the organization of this administrator is configured by policies, which are kept in this region.
ALTER TABLE hub_delegation ADD COLUMN is_central INTEGER NOT NULL DEFAULT 0;

-- Configuration policies of an administrator, whose account and home region these are; settings and tags are JSON.
CREATE TABLE configuration_policy (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    policy_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    settings TEXT NOT NULL,
    tags TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, policy_id)
);

-- By which policy of the administrator a target is configured: an account, by its number, or the root. Without a policy it
-- configures itself. Accounts that are PENDING are the queue of what is to be done.
CREATE TABLE policy_association (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    target TEXT NOT NULL,
    policy_id TEXT,
    association_type TEXT NOT NULL,
    status TEXT NOT NULL,
    message TEXT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, target)
) ${clustered};

CREATE INDEX policy_association_target ON policy_association (target);
CREATE INDEX policy_association_pending ON policy_association (account, region) WHERE status = 'PENDING';
