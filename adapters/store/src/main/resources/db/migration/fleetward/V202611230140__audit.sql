-- What accounts have audited. checks: a JSON object by check name, of {"enabled", "settings"}.
CREATE TABLE audit_configuration (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    role_arn TEXT NOT NULL,
    target TEXT,
    checks TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};

-- Audit tasks; those in progress are the queue of the task runner.
CREATE TABLE audit_task (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    schedule_name TEXT,
    schedule_frequency TEXT,
    started_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (account, region, id)
) ${clustered};

CREATE INDEX audit_task_by_start ON audit_task (account, region, started_at DESC, id);
CREATE INDEX audit_task_by_status ON audit_task (status, account, region, started_at DESC, id);
CREATE INDEX audit_task_by_age ON audit_task (started_at);

-- Where each check of a task stands; the counts are null until it completed.
CREATE TABLE audit_check_run (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    task_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    check_name TEXT NOT NULL,
    status TEXT NOT NULL,
    total BIGINT,
    non_compliant BIGINT,
    suppressed BIGINT,
    error_code TEXT,
    message TEXT,
    PRIMARY KEY (account, region, task_id, position)
) ${clustered};

-- resource_members: each member of the identifier as name=value, between line feeds, in the identifier's order.
CREATE TABLE audit_finding (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    task_id TEXT NOT NULL,
    task_started_at BIGINT NOT NULL,
    check_name TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    severity TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    resource_members TEXT NOT NULL,
    additional_info TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    reason TEXT NOT NULL,
    is_suppressed INTEGER NOT NULL,
    PRIMARY KEY (account, region, id)
) ${clustered};

CREATE INDEX audit_finding_by_time ON audit_finding (account, region, found_at DESC, id);
CREATE INDEX audit_finding_by_task ON audit_finding (account, region, task_id, check_name, found_at DESC, id);
CREATE INDEX audit_finding_by_age ON audit_finding (found_at);

CREATE TABLE audit_related_resource (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    resource_type TEXT NOT NULL,
    resource_members TEXT NOT NULL,
    additional_info TEXT NOT NULL,
    PRIMARY KEY (account, region, finding_id, position)
) ${clustered};

-- What the hub was last told about each fault and each check: the document, so that it can be withdrawn.
CREATE TABLE audit_reported (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    check_name TEXT NOT NULL,
    hub_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    task_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    is_active INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (account, region, check_name, hub_id)
) ${clustered};

CREATE INDEX audit_reported_by_task ON audit_reported (account, region, check_name, kind, is_active, task_id);
CREATE INDEX audit_reported_by_age ON audit_reported (updated_at);
