-- How people look at pages of the console.
CREATE TABLE saved_view (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    state TEXT NOT NULL,
    is_shared INTEGER NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, page, name, owner)
) ${clustered};
