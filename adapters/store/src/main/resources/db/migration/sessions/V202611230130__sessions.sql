-- Sessions of MQTT clients that outlive their connections; ended_at is -1 while a connection lasts.
CREATE TABLE client_session (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    client_id TEXT NOT NULL,
    expiry_seconds BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    subscriptions TEXT NOT NULL,
    PRIMARY KEY (account, region, client_id)
) ${clustered};

-- Messages that wait for one client's acknowledgement; the payload is Base64.
CREATE TABLE queued_message (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    client_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    topic TEXT NOT NULL,
    payload TEXT NOT NULL,
    retain INTEGER NOT NULL,
    properties TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, client_id, seq)
);

-- The message kept on a topic for later subscribers; the payload is Base64.
CREATE TABLE retained_message (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    topic TEXT NOT NULL,
    payload TEXT NOT NULL,
    qos INTEGER NOT NULL,
    properties TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, topic)
);
