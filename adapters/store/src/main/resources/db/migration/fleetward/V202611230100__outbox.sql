-- Side effects that wait for their handler; seq is the order in which they were written.
CREATE TABLE outbox (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    topic TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL
);

-- Finds what waits in one lane after its handler failed.
CREATE INDEX outbox_lane ON outbox (topic, account, region, entry_key, seq);
