-- The state of each watched device when it was last written down.
CREATE TABLE device_snapshot (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    device TEXT NOT NULL,
    is_registered INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (account, region, device, is_registered)
) ${clustered};

-- What each metric of each device amounted to in each metric period in which it was active.
CREATE TABLE metric_sample (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    device TEXT NOT NULL,
    metric TEXT NOT NULL,
    period_end BIGINT NOT NULL,
    is_registered INTEGER NOT NULL,
    amounts BIGINT NOT NULL,
    total BIGINT NOT NULL,
    smallest BIGINT NOT NULL,
    largest BIGINT NOT NULL,
    PRIMARY KEY (account, region, device, metric, period_end, is_registered)
) ${clustered};

CREATE INDEX metric_sample_by_time ON metric_sample (period_end);
