-- SPDX-License-Identifier: Apache-2.0
-- The default bus exists without a row.
CREATE TABLE event_bus (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

CREATE TABLE notification_topic (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};
