-- Walks through stored findings that apply a rule as it was at their start; scan_position is how far one came.
CREATE TABLE rule_application (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    application_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    criteria TEXT NOT NULL,
    action TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    started_by TEXT NOT NULL,
    status TEXT NOT NULL,
    scan_position TEXT,
    matched BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (account, region, application_id)
);
CREATE INDEX rule_application_latest ON rule_application (account, region, started_at, application_id);
