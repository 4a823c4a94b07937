-- Rules that change findings as they are imported; criteria and action are JSON.
CREATE TABLE automation_rule (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    rule_order INTEGER NOT NULL,
    is_enabled INTEGER NOT NULL,
    is_terminal INTEGER NOT NULL,
    criteria TEXT NOT NULL,
    action TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    tags TEXT NOT NULL,
    PRIMARY KEY (account, region, rule_id)
);

-- Another text after every change of what happens to imported findings: compiled rules are good for one version.
CREATE TABLE automation_version (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};
