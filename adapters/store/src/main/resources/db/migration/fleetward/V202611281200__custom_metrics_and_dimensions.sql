-- Metrics that users define; the token is that of the request that created them.
CREATE TABLE custom_metric (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    token TEXT NOT NULL,
    type TEXT NOT NULL,
    display_name TEXT,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE UNIQUE INDEX custom_metric_by_token ON custom_metric (account, region, token);

-- Named sets of topic filters; filters is a JSON array.
CREATE TABLE dimension (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    token TEXT NOT NULL,
    filters TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE UNIQUE INDEX dimension_by_token ON dimension (account, region, token);
