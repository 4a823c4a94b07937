-- A model is of one target of its profile, by the ARN. Earlier ones were of all targets together: what they were learned
-- from is kept, so each target's is learned from that at once.
DROP TABLE behavior_model;
DROP TABLE behavior_model_version;
DROP TABLE behavior_model_training;

-- How the models of learned behaviors stand; the dimension is empty for the whole of a metric.
CREATE TABLE behavior_model (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    profile TEXT NOT NULL,
    behavior TEXT NOT NULL,
    target TEXT NOT NULL,
    metric TEXT NOT NULL,
    dimension TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    collecting_since BIGINT,
    points BIGINT NOT NULL,
    refreshed_at BIGINT,
    version BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    is_expired INTEGER NOT NULL,
    PRIMARY KEY (account, region, profile, behavior, target)
) ${clustered};

-- The latest versions of each, for replay; the model is in base 64.
CREATE TABLE behavior_model_version (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    profile TEXT NOT NULL,
    behavior TEXT NOT NULL,
    target TEXT NOT NULL,
    version BIGINT NOT NULL,
    trained_at BIGINT NOT NULL,
    learned_from BIGINT NOT NULL,
    learned_to BIGINT NOT NULL,
    points BIGINT NOT NULL,
    devices BIGINT NOT NULL,
    excluded BIGINT NOT NULL,
    data_hash TEXT NOT NULL,
    model TEXT NOT NULL,
    PRIMARY KEY (account, region, profile, behavior, target, version)
);

-- How far trainings have come that are under way; the checkpoint is in base 64.
CREATE TABLE behavior_model_training (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    profile TEXT NOT NULL,
    behavior TEXT NOT NULL,
    target TEXT NOT NULL,
    learned_to BIGINT NOT NULL,
    device TEXT,
    points BIGINT NOT NULL,
    excluded BIGINT NOT NULL,
    earliest BIGINT,
    latest BIGINT,
    training TEXT NOT NULL,
    PRIMARY KEY (account, region, profile, behavior, target)
);
