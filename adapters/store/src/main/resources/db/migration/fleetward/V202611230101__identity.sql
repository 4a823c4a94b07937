-- Accounts and access keys lead other keys, so they are found by their own ids.
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    created_at BIGINT NOT NULL
) ${clustered};

-- secret is encrypted under the master key.
CREATE TABLE access_key (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    user_name TEXT NOT NULL,
    role TEXT NOT NULL,
    secret TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX access_key_account ON access_key (account, id);

-- Which master key the secrets are encrypted under; one row.
CREATE TABLE master_key (
    fingerprint TEXT PRIMARY KEY
);

CREATE TABLE administrative_act (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    access_key_id TEXT NOT NULL,
    action TEXT NOT NULL,
    resource TEXT NOT NULL,
    outcome TEXT NOT NULL,
    source_ip TEXT NOT NULL,
    request_id TEXT NOT NULL
);

CREATE INDEX administrative_act_tenant ON administrative_act (account, region, seq);
