-- How many findings were open when they were last counted in each hour; hour is the milliseconds at which it began.
CREATE TABLE open_findings (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    hour BIGINT NOT NULL,
    counted_at BIGINT NOT NULL,
    informational BIGINT NOT NULL,
    low BIGINT NOT NULL,
    medium BIGINT NOT NULL,
    high BIGINT NOT NULL,
    critical BIGINT NOT NULL,
    PRIMARY KEY (account, region, hour)
) ${clustered};
