-- Audits that run by themselves. checks: the names, one a line; day: of the week or the month, as the frequency needs.
CREATE TABLE audit_schedule (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    frequency TEXT NOT NULL,
    day TEXT,
    checks TEXT NOT NULL,
    since BIGINT NOT NULL,
    next_run_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE INDEX audit_schedule_by_next_run ON audit_schedule (next_run_at);
CREATE INDEX audit_task_by_schedule ON audit_task (account, region, schedule_name, status);

-- Findings that nobody wants to be bothered with. expires_at: the largest number for never.
CREATE TABLE audit_suppression (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    check_name TEXT NOT NULL,
    resource_members TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    description TEXT,
    token TEXT NOT NULL,
    PRIMARY KEY (account, region, check_name, resource_members)
) ${clustered};

CREATE UNIQUE INDEX audit_suppression_by_token ON audit_suppression (account, region, token);
CREATE INDEX audit_suppression_by_expiry
    ON audit_suppression (account, region, expires_at, check_name, resource_members);
CREATE INDEX audit_suppression_by_age ON audit_suppression (expires_at);
