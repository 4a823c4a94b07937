-- Rules that make one finding out of several; question and outcome are JSON. What a rule is doing with stored findings is
-- said by phase, part and scan_position: those that are not SETTLED are the queue.
CREATE TABLE correlation_rule (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    phase TEXT NOT NULL,
    part INTEGER NOT NULL,
    scan_position TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    PRIMARY KEY (account, region, rule_id)
);

-- Another text after every change of what rules watch: compiled rules are good for one version.
CREATE TABLE correlation_version (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};

-- What a rule has seen on a resource, and the finding that it has told of; resource_key stands for resource_id, which may
-- be long. sightings and told are JSON; told is empty before anything was. A row without sightings that is not open only remembers what was told last.
CREATE TABLE correlation (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    resource_key TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    sightings TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    told TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, rule_id, resource_key)
);
CREATE INDEX correlation_by_expiry ON correlation (expires_at);
CREATE INDEX correlation_by_open ON correlation (account, region, rule_id, is_open);

-- Which of these rows name which finding.
CREATE TABLE correlation_cause (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    resource_key TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    PRIMARY KEY (account, region, finding_key, rule_id, resource_key)
) ${clustered};
CREATE INDEX correlation_cause_by_row ON correlation_cause (account, region, rule_id, resource_key);
