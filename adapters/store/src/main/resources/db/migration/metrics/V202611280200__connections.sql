-- Who was connected to the broker, as far as audits look back; ended_at is -1 while a connection lasts.
CREATE TABLE client_connection (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    principal TEXT NOT NULL,
    connected_at BIGINT NOT NULL,
    client_id TEXT NOT NULL,
    ended_at BIGINT NOT NULL,
    is_taken_over INTEGER NOT NULL,
    source_ip TEXT NOT NULL,
    PRIMARY KEY (account, region, principal, connected_at, client_id)
) ${clustered};

CREATE INDEX client_connection_by_client
    ON client_connection (account, region, client_id, connected_at, principal);
CREATE INDEX client_connection_by_time ON client_connection (account, region, connected_at);
CREATE INDEX client_connection_by_end ON client_connection (ended_at);

-- How long connections have been recorded; one row.
CREATE TABLE connection_recording (
    since BIGINT NOT NULL PRIMARY KEY,
    seen_at BIGINT NOT NULL
);
