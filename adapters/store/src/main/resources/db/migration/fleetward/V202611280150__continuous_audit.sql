-- Changed resources that the continuous audit has still to judge. is_deferred: judged already, but an audit that was
-- running meanwhile may report an older state, so that it is judged once more when that audit is over.
CREATE TABLE audit_change (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    sequence ${identity},
    resource_type TEXT NOT NULL,
    resource_name TEXT NOT NULL,
    is_deferred INTEGER NOT NULL
);

CREATE INDEX audit_change_by_scope ON audit_change (account, region, is_deferred, sequence);

-- The accounts that do not want a continuous audit.
CREATE TABLE audit_continuous_off (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};
