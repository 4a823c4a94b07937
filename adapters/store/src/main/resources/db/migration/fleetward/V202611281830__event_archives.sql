-- SPDX-License-Identifier: Apache-2.0
-- pattern: which events are kept, null for all. retention_days: 0 for as long as there is room.
-- events, bytes: what the archive holds.
CREATE TABLE event_archive (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    bus TEXT NOT NULL,
    description TEXT,
    pattern TEXT,
    retention_days INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    events BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

-- archive_id: of an archive that may have been deleted meanwhile. occurred_at: when the event says it happened.
CREATE TABLE event_archived (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    archive_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    event TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    occurred_at BIGINT NOT NULL,
    put_at BIGINT NOT NULL
);

CREATE INDEX event_archived_by_time ON event_archived (archive_id, occurred_at, seq);
CREATE INDEX event_archived_by_age ON event_archived (archive_id, put_at, seq);

-- filter_arns: a JSON array of the only rules that get anything, empty for all.
-- reached_at, reached_seq: how far the replay has come in the order of its archive.
CREATE TABLE event_replay (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    archive TEXT NOT NULL,
    archive_id TEXT NOT NULL,
    bus TEXT NOT NULL,
    filter_arns TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    reached_at BIGINT NOT NULL,
    reached_seq BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE INDEX event_replay_by_state ON event_replay (state, ended_at);
