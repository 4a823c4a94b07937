-- What everything that is measured on each device amounted to: in each metric period in which it was active, or in each
-- of its reports. The dimension is empty for the whole of a metric; values that are sets have elements instead of amounts.
CREATE TABLE metric_value (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    device TEXT NOT NULL,
    metric TEXT NOT NULL,
    dimension TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    is_registered INTEGER NOT NULL,
    amounts BIGINT,
    total DOUBLE PRECISION,
    smallest DOUBLE PRECISION,
    largest DOUBLE PRECISION,
    latest DOUBLE PRECISION,
    elements TEXT,
    PRIMARY KEY (account, region, device, metric, dimension, happened_at, is_registered)
) ${clustered};

INSERT INTO metric_value
SELECT account, region, device, metric, '', period_end, is_registered, amounts, total, smallest, largest, largest, NULL
FROM metric_sample;

DROP TABLE metric_sample;

CREATE INDEX metric_value_by_time ON metric_value (happened_at);
