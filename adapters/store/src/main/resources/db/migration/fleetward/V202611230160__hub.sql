-- The hub of an account and region; disabled_at is null while it is enabled.
CREATE TABLE hub (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    subscribed_at BIGINT NOT NULL,
    disabled_at BIGINT,
    auto_enable_controls INTEGER NOT NULL,
    control_finding_generator TEXT NOT NULL,
    tags TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};

-- The products whose findings are accepted.
CREATE TABLE product_subscription (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    product TEXT NOT NULL,
    PRIMARY KEY (account, region, product)
) ${clustered};

-- A finding is its document; the other columns repeat what is searched for often. finding_key is the fingerprint of
-- product and Id. Lists are written with a unit separator (U+001F) before and after every element.
CREATE TABLE finding (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    revision BIGINT NOT NULL,
    customer_touched TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    processed_at BIGINT NOT NULL,
    first_observed_at BIGINT,
    last_observed_at BIGINT,
    process_launched_at BIGINT,
    process_terminated_at BIGINT,
    note_updated_at BIGINT,
    record_state TEXT NOT NULL,
    workflow_status TEXT NOT NULL,
    severity_label TEXT NOT NULL,
    severity_normalized INTEGER NOT NULL,
    compliance_status TEXT,
    verification_state TEXT,
    product_arn TEXT NOT NULL,
    product_name TEXT,
    company_name TEXT,
    aws_account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    generator_id TEXT NOT NULL,
    title TEXT NOT NULL,
    types TEXT NOT NULL,
    resource_types TEXT NOT NULL,
    resource_ids TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (account, region, finding_key)
);

-- The usual list, the latest first, filtered by what people filter by most.
CREATE INDEX finding_latest
    ON finding (account, region, updated_at, finding_key, record_state, workflow_status, severity_label);
CREATE INDEX finding_by_severity
    ON finding (account, region, severity_label, updated_at, finding_key, record_state, workflow_status);
CREATE INDEX finding_by_product
    ON finding (account, region, product_name, updated_at, finding_key, record_state, workflow_status);
CREATE INDEX finding_by_generator ON finding (account, region, generator_id, updated_at, finding_key);
CREATE INDEX finding_by_id ON finding (account, region, id);
CREATE INDEX finding_by_age ON finding (account, region, record_state, processed_at);

-- Which findings are about a resource.
CREATE TABLE finding_resource (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    PRIMARY KEY (account, region, resource_id, finding_key)
) ${clustered};

-- What was changed in a finding; revision orders the lines of one finding.
CREATE TABLE finding_history (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    revision BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    is_creation INTEGER NOT NULL,
    source_call TEXT NOT NULL,
    source_identity TEXT NOT NULL,
    updates TEXT NOT NULL,
    PRIMARY KEY (account, region, finding_key, revision)
) ${clustered};
CREATE INDEX finding_history_by_age ON finding_history (account, region, happened_at);
