-- What people send findings and insights to the bus with.
CREATE TABLE action_target (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    action_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (account, region, action_id)
) ${clustered};
