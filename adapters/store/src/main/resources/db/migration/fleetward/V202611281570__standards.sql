-- The standards that accounts are held to. refreshed_at: when the hub was last told everything again.
CREATE TABLE standard_subscription (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    standard TEXT NOT NULL,
    enabled_at BIGINT NOT NULL,
    refreshed_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, standard)
) ${clustered};

-- The controls that somebody switched within a standard.
CREATE TABLE standard_control (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    standard TEXT NOT NULL,
    control_id TEXT NOT NULL,
    is_enabled INTEGER NOT NULL,
    reason TEXT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, standard, control_id)
) ${clustered};

-- What accounts want controls to demand. tag_keys: a JSON array; null for what the control demands by itself.
CREATE TABLE control_customization (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    control_id TEXT NOT NULL,
    tag_keys TEXT,
    reason TEXT,
    PRIMARY KEY (account, region, control_id)
) ${clustered};

-- What the hub was last told by controls and has not been withdrawn.
CREATE TABLE control_report (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    control_id TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (account, region, control_id, resource_id)
) ${clustered};
CREATE INDEX control_report_by_age ON control_report (account, region, control_id, updated_at, resource_id);

-- What controls have still to judge: the resource of this name, or all if null. started_at and judged_up_to: how far
-- judging all has come.
CREATE TABLE control_work (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    sequence ${identity},
    control_id TEXT NOT NULL,
    resource_name TEXT,
    started_at BIGINT,
    judged_up_to TEXT
);
CREATE INDEX control_work_by_scope ON control_work (account, region, sequence);
