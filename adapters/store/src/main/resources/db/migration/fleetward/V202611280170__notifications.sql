-- SPDX-License-Identifier: Apache-2.0
-- The hash by which the messages of a topic are signed, as SNS numbers it.
ALTER TABLE notification_topic ADD COLUMN signature_version TEXT NOT NULL DEFAULT '1';

-- is_raw: 1 for raw delivery. invited_at: when the endpoint was last asked to confirm.
CREATE TABLE notification_subscription (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    topic TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    state TEXT NOT NULL,
    is_raw INTEGER NOT NULL,
    invited_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, id)
) ${clustered};

CREATE UNIQUE INDEX notification_subscription_by_endpoint
    ON notification_subscription (account, region, topic, endpoint);
CREATE INDEX notification_subscription_by_age ON notification_subscription (state, invited_at);

-- Messages that somebody has still to get. attributes: a JSON object of type and value by name.
CREATE TABLE notification_message (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    subject TEXT,
    body TEXT NOT NULL,
    is_per_protocol INTEGER NOT NULL,
    attributes TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, id)
);

-- One row for each subscription that waits for a message.
CREATE TABLE notification_delivery (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    message_id TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, message_id, subscription_id)
) ${clustered};

CREATE INDEX notification_delivery_by_time ON notification_delivery (due_at, message_id, subscription_id);
CREATE INDEX notification_delivery_by_subscription ON notification_delivery (account, region, subscription_id);
