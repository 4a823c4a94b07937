CREATE TABLE resource_tag (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    resource TEXT NOT NULL,
    tag_key TEXT NOT NULL,
    tag_value TEXT NOT NULL,
    PRIMARY KEY (account, region, resource, tag_key)
) ${clustered};

-- events: a JSON array of the event types whose level differs from the default.
CREATE TABLE logging_options (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    role_arn TEXT,
    default_level TEXT,
    disable_all_logs INTEGER NOT NULL,
    events TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};
