-- People who sign in. roles are separated by commas; accounts too, or * for every account.
CREATE TABLE console_user (
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    accounts TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change INTEGER NOT NULL,
    is_disabled INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_sign_in_at BIGINT,
    PRIMARY KEY (account, name)
) ${clustered};
