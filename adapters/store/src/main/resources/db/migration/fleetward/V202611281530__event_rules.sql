-- SPDX-License-Identifier: Apache-2.0
-- is_enabled: 1 or 0. A rule has a pattern, a schedule, or both.
CREATE TABLE event_rule (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    name TEXT NOT NULL,
    pattern TEXT,
    schedule TEXT,
    is_enabled INTEGER NOT NULL,
    description TEXT,
    role_arn TEXT,
    PRIMARY KEY (account, region, bus, name)
) ${clustered};

-- settings: a JSON object of what the target gets, how long it is tried, and what its requests carry.
CREATE TABLE event_target (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    rule TEXT NOT NULL,
    id TEXT NOT NULL,
    arn TEXT NOT NULL,
    role_arn TEXT,
    settings TEXT NOT NULL,
    PRIMARY KEY (account, region, bus, rule, id)
) ${clustered};

-- Events that no rule has been held against yet; seq is the order in which they were put.
CREATE TABLE event_queue (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    event_id TEXT NOT NULL,
    event TEXT NOT NULL,
    hops INTEGER NOT NULL,
    put_at BIGINT NOT NULL
);

-- One row for each target that waits for an event.
CREATE TABLE event_delivery (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    rule TEXT NOT NULL,
    target TEXT NOT NULL,
    event_id TEXT NOT NULL,
    event TEXT NOT NULL,
    hops INTEGER NOT NULL,
    put_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at BIGINT NOT NULL
);

CREATE INDEX event_delivery_by_lane ON event_delivery (account, region, bus, rule, target, due_at, seq);

-- Events that a target was given up for.
CREATE TABLE event_dead_letter (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    rule TEXT NOT NULL,
    target TEXT NOT NULL,
    target_arn TEXT NOT NULL,
    event_id TEXT NOT NULL,
    event TEXT NOT NULL,
    hops INTEGER NOT NULL,
    put_at BIGINT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    exhausted TEXT,
    attempts INTEGER NOT NULL,
    died_at BIGINT NOT NULL
);

CREATE INDEX event_dead_letter_by_tenant ON event_dead_letter (account, region, seq);

-- The last attempts of each target.
CREATE TABLE event_attempt (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    rule TEXT NOT NULL,
    target TEXT NOT NULL,
    event_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    result TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL,
    millis BIGINT NOT NULL
);

CREATE INDEX event_attempt_by_lane ON event_attempt (account, region, bus, rule, target, seq);
