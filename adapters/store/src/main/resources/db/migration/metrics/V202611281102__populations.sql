-- What all devices did in the newest windows of behaviors that compare with a percentile; the dimension is empty for the
-- whole of a metric, the sketch is in base 64.
CREATE TABLE population_snapshot (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    profile TEXT NOT NULL,
    behavior TEXT NOT NULL,
    metric TEXT NOT NULL,
    dimension TEXT NOT NULL,
    periods INTEGER NOT NULL,
    window_end BIGINT NOT NULL,
    sketch TEXT NOT NULL,
    PRIMARY KEY (account, region, profile, behavior, metric, dimension, periods, window_end)
) ${clustered};
