-- Up to when values of metrics have been exported, itself included.
CREATE TABLE metric_export (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    exported_through BIGINT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};
