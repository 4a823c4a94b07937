-- Security profiles; the document holds what the user said.
CREATE TABLE security_profile (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
);

-- What security profiles are attached to, by ARN.
CREATE TABLE security_profile_target (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    target TEXT NOT NULL,
    profile TEXT NOT NULL,
    PRIMARY KEY (account, region, target, profile)
) ${clustered};

CREATE INDEX security_profile_target_by_profile ON security_profile_target (account, region, profile, target);

-- Violations; ended_at is null while they are in alarm.
CREATE TABLE violation (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    thing TEXT NOT NULL,
    is_registered INTEGER NOT NULL,
    profile TEXT NOT NULL,
    behavior TEXT NOT NULL,
    criteria_type TEXT NOT NULL,
    is_suppressed INTEGER NOT NULL,
    started_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    last_value TEXT NOT NULL,
    decided_through BIGINT NOT NULL,
    ended_at BIGINT,
    finding_at BIGINT NOT NULL,
    verification TEXT NOT NULL,
    verification_description TEXT,
    PRIMARY KEY (account, region, id)
);

CREATE INDEX violation_in_alarm ON violation (account, region, started_at, id) WHERE ended_at IS NULL;
CREATE INDEX violation_by_end ON violation (ended_at) WHERE ended_at IS NOT NULL;

-- What alarms did, with the behavior as it was then; a violation has at most one event per instant.
CREATE TABLE violation_event (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    violation TEXT NOT NULL,
    type TEXT NOT NULL,
    thing TEXT NOT NULL,
    is_registered INTEGER NOT NULL,
    profile TEXT NOT NULL,
    behavior TEXT NOT NULL,
    criteria_type TEXT NOT NULL,
    is_suppressed INTEGER NOT NULL,
    metric_value TEXT,
    PRIMARY KEY (account, region, happened_at, violation)
);

CREATE INDEX violation_event_by_time ON violation_event (happened_at);
