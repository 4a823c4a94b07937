-- Names under which devices may ask for the credentials of an IAM role.
CREATE TABLE role_alias (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    role_arn TEXT NOT NULL,
    credential_seconds INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};
