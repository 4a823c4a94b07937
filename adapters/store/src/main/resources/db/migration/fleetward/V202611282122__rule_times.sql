-- When a rule with a schedule fires next, as long as it is planned; a time that passed while no process ran is made up for.
CREATE TABLE rule_time (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    rule TEXT NOT NULL,
    schedule TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, bus, rule)
) ${clustered};
